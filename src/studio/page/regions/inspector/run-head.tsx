import { useEffect, useState } from "preact/hooks";
import type { RunDetail, RunRow } from "../../../api.ts";
import { call } from "../../api/client.ts";
import { download } from "../../api/download.ts";
import { Button } from "../../parts/button.tsx";
import { openDialog } from "../../parts/dialog.tsx";
import { duration, timeOfDay } from "../../parts/format.ts";
import { runKindName, Status } from "../../parts/status.tsx";
import { operationOf, runAgain } from "../../store/actions.ts";
import { fillFrom } from "../../store/forms.ts";
import { attempt, say } from "../../store/notices.ts";
import { go } from "../../store/selection.ts";
import { readOnly, runs } from "../../store/studio.ts";

interface RunHeadProps {
  readonly row: RunRow;
  /** Absent while it is read. */
  readonly run: RunDetail | undefined;
}

/** The facts of a run, and what can be done with it. */
export function RunHead({ row, run }: RunHeadProps) {
  const operation = operationOf(row.operation);
  return (
    <header class="run-head">
      <div class="run-title">
        <Button
          bare
          icon="back"
          label="Close the run"
          onClick={() => go({ run: undefined, stage: undefined, with: undefined })}
        />
        <h2>
          {runKindName(row)} {operation?.label ?? row.operation} <span class="quiet">#{row.number}</span>
        </h2>
        <Status status={row.status} />
      </div>
      <p class="quiet figures">
        {[
          row.cause,
          timeOfDay(row.started),
          row.took !== undefined && duration(row.took),
          `${row.runtime} runtime`,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {row.status === "running" ? <Running row={row} /> : <Actions row={row} run={run} />}
    </header>
  );
}

/** The stage and the seconds of a run that is not over. */
function Running({ row }: { readonly row: RunRow }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.round((now - Date.parse(row.started)) / 1_000));
  return (
    <div class="buttons">
      <span role="status">
        {row.stage ?? "Starting"}, <span aria-hidden="true">{seconds} s</span>
      </span>
      <Button disabled={readOnly.value} onClick={() => attempt(call("POST /api/cancel", { id: row.id }))}>
        Cancel
      </Button>
    </div>
  );
}

/** The kinds of run that are steps of a Zap, or calls by the editor: they are sent again by the studio as they were. */
function Actions({ row, run }: RunHeadProps) {
  const operation = operationOf(row.operation);
  const other = row.runtime === "legacy" ? "converted" : "legacy";
  const disabled = readOnly.value;
  const compareRuntimes = async () => {
    const again = await runAgain(row.id, { runtime: other });
    if (again !== undefined) go({ with: row.id });
  };
  return (
    <div class="buttons">
      <Button
        icon="refresh"
        disabled={disabled}
        title="A new run of the present script with the answers that were recorded"
        onClick={() => runAgain(row.id)}
      >
        Run again
      </Button>
      <Button
        icon="send"
        disabled={disabled}
        title="A new run whose requests are sent"
        onClick={() => openDialog({ name: "send-again", run: row.id })}
      >
        Send again…
      </Button>
      <Button
        disabled={disabled}
        title={`The same call on the ${other} runtime, compared`}
        onClick={compareRuntimes}
      >
        Compare with the {other} runtime
      </Button>
      <CompareWith row={row} />
      {operation && run?.asked && "fields" in run.asked && (
        <Button
          title="Puts what this run was given into the form"
          onClick={() => {
            fillFrom(operation, run);
            say("The form has the fields of this run.");
          }}
        >
          Fill in the form
        </Button>
      )}
      {row.kind === "hydrate" && row.status === "succeeded" && (
        <Button icon="drop" onClick={() => attempt(download(row.id, "file"))}>
          Download
        </Button>
      )}
      <Button icon="check" disabled={disabled} onClick={() => openDialog({ name: "save-test", run: row.id })}>
        Save as test…
      </Button>
    </div>
  );
}

/** Chooses a run of the same operation to compare with. */
function CompareWith({ row }: { readonly row: RunRow }) {
  const others = runs.value.filter(({ id, operation }) => id !== row.id && operation === row.operation);
  if (others.length === 0) return null;
  return (
    <label>
      <span class="unseen">Compare with another run</span>
      <select value="" onChange={({ currentTarget }) => go({ with: currentTarget.value || undefined })}>
        <option value="">Compare with…</option>
        {others.slice(0, 100).map((other) => (
          <option key={other.id} value={other.id}>
            #{other.number} {runKindName(other)}, {other.cause}
          </option>
        ))}
      </select>
    </label>
  );
}
