import { openDialog } from "../../parts/dialog.tsx";
import { runKindName, wordOf } from "../../parts/status.tsx";
import { openRun, operationOf, runAgain, runSelected } from "../../store/actions.ts";
import { chooseRuntime, runtime } from "../../store/forms.ts";
import { openedRun, selectedStage } from "../../store/opened-run.ts";
import { go, selection } from "../../store/selection.ts";
import { readOnly, runs, state } from "../../store/studio.ts";
import { isEditable } from "../dialogs/editable-parts.ts";

/** Something that the palette can do. */
export interface PaletteCommand {
  readonly name: string;
  readonly detail?: string;
  readonly perform: () => void;
}

/** The commands of this moment: those of the selection, the dialogs, the operations and the runs. */
export function commands(): readonly PaletteCommand[] {
  return [...(readOnly.value ? [] : ofSelection()), ...dialogs(), ...operations(), ...ofRuns()];
}

function ofSelection(): PaletteCommand[] {
  const operation = operationOf(selection.value.op);
  const { run, stage } = selection.value;
  const shown = selectedStage(openedRun.value);
  const other = runtime.value === "legacy" ? "converted" : "legacy";
  return [
    ...(operation && ["trigger", "action", "search"].includes(operation.kind)
      ? [{ name: `Run ${operation.label}`, detail: "Ctrl Enter", perform: () => runSelected(operation) }]
      : []),
    ...(run === undefined
      ? []
      : [
          { name: "Run again", perform: () => void runAgain(run) },
          { name: "Send again", perform: () => openDialog({ name: "send-again", run }) },
          { name: "Save as test", perform: () => openDialog({ name: "save-test", run }) },
          ...(shown && isEditable(shown)
            ? [
                {
                  name: "Edit and go on",
                  perform: () => openDialog({ name: "edit", run, stage: Number(stage) }),
                },
              ]
            : []),
        ]),
    { name: `Use the ${other} runtime`, perform: () => chooseRuntime(other) },
  ];
}

function dialogs(): PaletteCommand[] {
  return [
    { name: "Accounts", perform: () => openDialog({ name: "connections" }) },
    { name: "Clock", perform: () => openDialog({ name: "clock" }) },
    { name: state.value?.live ? "Go offline" : "Go live", perform: () => openDialog({ name: "live" }) },
    { name: "Pinned answers", perform: () => openDialog({ name: "pins" }) },
    { name: "Build", perform: () => openDialog({ name: "build" }) },
    { name: "Review and delivery", perform: () => go({ view: "review" }) },
    { name: "Keys", perform: () => openDialog({ name: "keys" }) },
  ];
}

function operations(): PaletteCommand[] {
  const all = state.value?.operations ?? [];
  return all.map(({ id, label, kind }) => ({
    name: `Go to ${label}`,
    detail: kind,
    perform: () => go({ op: id, run: undefined, stage: undefined, with: undefined, view: undefined }),
  }));
}

function ofRuns(): PaletteCommand[] {
  return runs.value.slice(0, 200).map((row) => ({
    name: `Open run #${row.number}: ${runKindName(row)} ${operationOf(row.operation)?.label ?? row.operation}`,
    detail: wordOf(row.status),
    perform: () => {
      go({ op: row.operation });
      openRun(row.id);
    },
  }));
}
