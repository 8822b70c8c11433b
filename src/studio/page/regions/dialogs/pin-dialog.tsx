import { useEffect, useState } from "preact/hooks";
import type { RunDetail, ShownRequest } from "../../../api.ts";
import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { closeDialog, Dialog } from "../../parts/dialog.tsx";
import { EditorArea } from "../../parts/editor-area.tsx";
import { readable, readWhole } from "../../parts/text.ts";
import { attempt, say } from "../../store/notices.ts";
import { readOnly } from "../../store/studio.ts";
import { headersOf } from "./editable-parts.ts";

interface PinDialogProps {
  readonly run: RunDetail;
  readonly request: ShownRequest;
  readonly index: number;
}

/** Pins an answer that is edited by hand. */
export function PinDialog({ run, request, index }: PinDialogProps) {
  const { response } = request;
  const [status, setStatus] = useState(response?.status ?? 200);
  const [body, setBody] = useState<string | undefined>(undefined);
  const [start, setStart] = useState<string | undefined>(undefined);
  // The dialog is of one answer.
  useEffect(() => {
    const reading = response ? readWhole(response.body) : Promise.resolve("[]");
    void attempt(reading).then((text = "") => {
      setBody(readable(text));
      setStart(readable(text));
    });
  }, []);
  const pin = async () => {
    const headers = headersOf(response?.headers ?? { "content-type": "application/json" });
    const edited = { status, headers, body: body ?? "" };
    if (!(await attempt(call("POST /api/pin", { run: run.id, request: index, edited })))) return;
    closeDialog();
    say("The edited answer is pinned.");
  };
  return (
    <Dialog title="Edit an answer and pin it" wide>
      <p class="quiet">
        {request.method} <code>{request.url}</code>
      </p>
      <div class="field">
        <div class="field-label">
          <label for="pin-status">Status</label>
        </div>
        <input
          id="pin-status"
          type="number"
          min={100}
          max={599}
          value={status}
          onInput={({ currentTarget }) => setStatus(Number(currentTarget.value))}
        />
      </div>
      {start === undefined ? (
        <p class="quiet">Reading…</p>
      ) : (
        <EditorArea name="Body of the answer" language="text" text={start} onChange={setBody} />
      )}
      <div class="buttons">
        <Button main icon="pin" disabled={readOnly.value || body === undefined} onClick={pin}>
          Pin it
        </Button>
        <Button onClick={closeDialog}>Cancel</Button>
      </div>
    </Dialog>
  );
}
