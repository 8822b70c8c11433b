import { useState } from "preact/hooks";
import type { ZapState } from "../../../api.ts";
import { Button } from "../../parts/button.tsx";
import { EditorArea } from "../../parts/editor-area.tsx";
import { run } from "../../store/actions.ts";
import { readOnly } from "../../store/studio.ts";

/** A hook that is typed or pasted. */
export function HookForm({ zap }: { readonly zap: ZapState }) {
  const [body, setBody] = useState('{\n  "id": 1\n}');
  const [fault, setFault] = useState<string | undefined>(undefined);
  const send = async () => {
    try {
      const parsed = JSON.parse(body);
      setFault(undefined);
      await run({ kind: "hook", zap: zap.id, body: parsed });
    } catch (error) {
      setFault(`The body is not JSON: ${(error as Error).message}.`);
    }
  };
  return (
    <details>
      <summary>Type or paste a hook</summary>
      <EditorArea name="Body of the hook" language="json" text={body} onChange={setBody} />
      {fault && (
        <p class="status bad" role="alert">
          {fault}
        </p>
      )}
      <div class="buttons">
        <Button icon="send" disabled={readOnly.value} onClick={send}>
          Send the hook
        </Button>
      </div>
    </details>
  );
}
