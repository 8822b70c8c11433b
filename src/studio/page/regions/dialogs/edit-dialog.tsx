import { useEffect, useState } from "preact/hooks";
import type { Edit } from "../../../../simulator/run/stage.ts";
import type { RunDetail, ShownStage } from "../../../api.ts";
import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { closeDialog, Dialog } from "../../parts/dialog.tsx";
import { EditorArea } from "../../parts/editor-area.tsx";
import { openRun } from "../../store/actions.ts";
import { attempt } from "../../store/notices.ts";
import { readOnly } from "../../store/studio.ts";
import { type EditablePart, editableParts, isEditOf } from "./editable-parts.ts";

interface EditDialogProps {
  readonly run: RunDetail;
  readonly stage: ShownStage;
}

/** Edits what goes in or comes out of a stage; a new run goes on from there. */
export function EditDialog({ run, stage }: EditDialogProps) {
  const [parts, setParts] = useState<readonly EditablePart[] | undefined>(undefined);
  const [chosen, setChosen] = useState(0);
  useEffect(() => {
    void attempt(editableParts(run, stage)).then((found) => setParts(found ?? []));
  }, [run, stage]);
  const part = parts?.[chosen];
  return (
    <Dialog title={`Edit and go on from ${stage.title}`} wide>
      <p class="quiet">
        Stages before this one run as they did, with the recorded answers. The run that you see stays as it
        is: this makes a new one.
      </p>
      {parts && parts.length > 1 && (
        <fieldset class="choices">
          <legend class="unseen">Edit</legend>
          {parts.map(({ title }, index) => (
            <label key={title} class="check">
              <input type="radio" name="part" checked={index === chosen} onChange={() => setChosen(index)} />
              {title}
            </label>
          ))}
        </fieldset>
      )}
      {part ? <PartEditor key={chosen} run={run} stage={stage} part={part} /> : <p class="quiet">Reading…</p>}
    </Dialog>
  );
}

function PartEditor({ run, stage, part }: EditDialogProps & { readonly part: EditablePart }) {
  const [text, setText] = useState(part.text);
  const [fault, setFault] = useState<string | undefined>(undefined);
  const goOn = async () => {
    let edit: Edit;
    try {
      edit = part.editOf(JSON.parse(text));
    } catch (error) {
      setFault(`This is not JSON: ${(error as Error).message}.`);
      return;
    }
    // A run that was edited before keeps its other edits.
    const before = run.asked !== null && "edits" in run.asked ? (run.asked.edits ?? []) : [];
    const others = before.filter((other) => !isEditOf(other, stage));
    const started = await attempt(call("POST /api/again", { id: run.id, edits: [...others, edit] }));
    if (!started) return;
    closeDialog();
    openRun(started.id);
  };
  return (
    <>
      <EditorArea name={part.title} language="json" text={part.text} onChange={setText} />
      {fault && (
        <p class="status bad" role="alert">
          {fault}
        </p>
      )}
      <div class="buttons">
        <Button main disabled={readOnly.value || text === part.text} onClick={goOn}>
          Go on from here
        </Button>
        <Button onClick={closeDialog}>Cancel</Button>
        {text === part.text && <span class="quiet">Nothing is edited yet.</span>}
      </div>
    </>
  );
}
