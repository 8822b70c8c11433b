import { useState } from "preact/hooks";
import type { TestPreview } from "../../../api.ts";
import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { closeDialog, Dialog } from "../../parts/dialog.tsx";
import { EditorArea } from "../../parts/editor-area.tsx";
import { attempt, say } from "../../store/notices.ts";
import { readOnly, runsById, state } from "../../store/studio.ts";

/** Saves a run as a test: its files are shown before they are written. */
export function SaveTestDialog({ run }: { readonly run: string }) {
  const row = runsById.value.get(run);
  const [name, setName] = useState(
    row ? `${row.operation.split("/").at(-1)} ${row.kind}`.replaceAll("_", " ") : "",
  );
  const [preview, setPreview] = useState<TestPreview | undefined>(undefined);
  const [working, setWorking] = useState(false);
  const look = async () => {
    setWorking(true);
    setPreview(await attempt(call("POST /api/test/preview", { run, name })));
    setWorking(false);
  };
  return (
    <Dialog title="Save as test" wide>
      <form
        class="input-row"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <label class="grow">
          <span>Name of the test: a fact</span>
          <input
            value={name}
            onInput={({ currentTarget }) => {
              setName(currentTarget.value);
              setPreview(undefined);
            }}
          />
        </label>
        <Button disabled={name.trim() === "" || working || readOnly.value} onClick={look}>
          {working ? "Running it twice…" : "Show what would be written"}
        </Button>
      </form>
      <div role="status">{preview?.refused && <p class="status bad">Not saved: {preview.refused}</p>}</div>
      {preview && <Preview preview={preview} save={{ run, name }} />}
    </Dialog>
  );
}

interface PreviewProps {
  readonly preview: TestPreview;
  readonly save: { readonly run: string; readonly name: string };
}

function Preview({ preview, save }: PreviewProps) {
  const mayWrite = state.value?.may.write === true;
  const write = async () => {
    const saved = await attempt(call("POST /api/test/save", { ...save, hash: preview.hash }));
    if (!saved) return;
    closeDialog();
    say(`Saved: ${saved.files.join(", ")}.`);
  };
  return (
    <>
      <Facts title="Asserts" facts={preview.assertions} none="Nothing." />
      <Facts title="Taken out" facts={preview.redactions} none="No credential is in it." />
      <Facts
        title="Differs from run to run"
        facts={preview.unsteady}
        none="Nothing differed between two runs."
      />
      {preview.files.map(({ path, text, exists }) => (
        <section key={path}>
          <h3>
            <code>{path}</code> {exists && <small class="mark">exists: it is replaced</small>}
          </h3>
          <EditorArea name={path} language={path.endsWith(".json") ? "json" : "javascript"} text={text} />
        </section>
      ))}
      <div class="buttons">
        <Button main disabled={!mayWrite || preview.refused !== undefined || readOnly.value} onClick={write}>
          Save
        </Button>
        <Button onClick={closeDialog}>Cancel</Button>
        {!mayWrite && (
          <span class="quiet">
            To write files, start the studio with <code>zapc studio --allow-write</code>.
          </span>
        )}
      </div>
    </>
  );
}

interface FactsProps {
  readonly title: string;
  readonly facts: readonly string[];
  readonly none: string;
}

function Facts({ title, facts, none }: FactsProps) {
  return (
    <section>
      <h3>{title}</h3>
      {facts.length === 0 ? (
        <p class="quiet">{none}</p>
      ) : (
        <ul>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
