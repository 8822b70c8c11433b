import { useState } from "preact/hooks";
import type { Operation } from "../../../api.ts";
import { Button } from "../../parts/button.tsx";
import { run } from "../../store/actions.ts";
import { readOnly } from "../../store/studio.ts";

/** Hydrates what a pointer stands for. */
export function HydrateForm({ operation }: { readonly operation: Operation }) {
  const [pointer, setPointer] = useState("");
  const hydrate = () => run({ kind: "hydrate", pointer: pointer.trim() });
  return (
    <form
      class="form"
      aria-label={`Pointer for ${operation.label}`}
      onSubmit={(event) => {
        event.preventDefault();
        void hydrate();
      }}
    >
      <div class="field">
        <div class="field-label">
          <label for="pointer">Pointer</label>
        </div>
        <textarea
          id="pointer"
          rows={3}
          value={pointer}
          spellcheck={false}
          disabled={readOnly.value}
          aria-describedby="pointer-help"
          onInput={({ currentTarget }) => setPointer(currentTarget.value)}
        />
        <p class="help" id="pointer-help">
          The text that <code>z.dehydrate</code> or <code>z.dehydrateFile</code> left in an item: copy it from
          the items of a run.
        </p>
      </div>
      <div class="buttons">
        <Button main disabled={pointer.trim() === "" || readOnly.value} onClick={hydrate}>
          Hydrate
        </Button>
      </div>
    </form>
  );
}
