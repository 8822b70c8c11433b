import type { RunRow } from "../../../api.ts";
import { Button } from "../../parts/button.tsx";
import { bytes, counted } from "../../parts/format.ts";
import { listKeys } from "../../parts/list-keys.ts";
import { isFailed } from "../../parts/status.tsx";
import { Windowed } from "../../parts/windowed.tsx";
import { runAgain } from "../../store/actions.ts";
import { go, replace, selection } from "../../store/selection.ts";
import { runs, state } from "../../store/studio.ts";
import { RunRowView } from "./run-row.tsx";

/** The height of a row, as styles/runs.css has it. */
const rowHeight = 52;

/** The runs of the selected operation, or of all, the newest first. */
export function Runs() {
  const { op, run, runs: filter } = selection.value;
  const ofOperation = runs.value.filter((row) => op === undefined || isOf(row, op));
  const shown = filter === "failed" ? ofOperation.filter(isFailed) : ofOperation;
  const at = shown.findIndex(({ id }) => id === run);
  const open = (index: number, how: typeof go) =>
    how({ run: shown[index]?.id, stage: undefined, with: undefined });
  const onKeyDown = listKeys({
    count: shown.length,
    at,
    onMove: (index) => open(index, replace),
    onOpen: () => document.getElementById("stages")?.focus(),
    letters: { r: () => void (shown[at] && runAgain(shown[at].id)) },
  });
  return (
    <section class="runs" aria-labelledby="runs-label">
      <header>
        <h2 id="runs-label">{op === undefined ? "Runs of all operations" : "Runs"}</h2>
        <span class="quiet">{counted(shown.length, "run")}</span>
        <Forgotten />
        <span class="grow" />
        <Button
          bare
          title={filter ? "Show all runs" : "Show only runs that went wrong"}
          onClick={() => replace({ runs: filter ? undefined : "failed" })}
        >
          {filter ? "Failed only: show all" : "Show failed only"}
        </Button>
      </header>
      {shown.length === 0 ? (
        <p class="quiet none" role="status">
          {emptiness(ofOperation.length, op)}
        </p>
      ) : (
        <Windowed
          count={shown.length}
          height={rowHeight}
          kept={at < 0 ? undefined : at}
          box={{
            id: "runs",
            role: "listbox",
            "aria-label": "Runs",
            tabIndex: 0,
            "aria-activedescendant": at < 0 ? undefined : rowId(shown[at] as RunRow),
            onKeyDown,
          }}
          row={(index) => {
            const row = shown[index] as RunRow;
            return (
              <RunRowView
                key={row.id}
                id={rowId(row)}
                row={row}
                place={[index + 1, shown.length]}
                isSelected={index === at}
                withOperation={op === undefined}
                onOpen={() => open(index, go)}
              />
            );
          }}
        />
      )}
    </section>
  );
}

/** Says that the list is not whole. */
function Forgotten() {
  const { history } = state.value ?? {};
  if (!history || history.forgotten === 0) return null;
  const most = `The list keeps ${history.most_runs} runs, and no more than ${bytes(history.most_bytes)} of them.`;
  return (
    <span class="quiet" title={most}>
      {counted(history.forgotten, "older one")} no longer kept
    </span>
  );
}

/** A pointer names its method itself: runs that hydrate one are those of all hydrators. */
function isOf({ operation }: RunRow, op: string): boolean {
  return operation === op || (operation === "hydrators" && op.startsWith("hydrators/"));
}

function rowId({ id }: RunRow): string {
  return `run-${id}`;
}

function emptiness(all: number, op: string | undefined): string {
  if (all > 0) return "No run went wrong.";
  return op === undefined ? "Nothing has run yet. Select an operation." : "This has not run yet.";
}
