import { effect, signal } from "@preact/signals";
import type { RunComparison, RunDetail, ShownStage } from "../../api.ts";
import { call } from "../api/client.ts";
import { attempt } from "./notices.ts";
import { selection } from "./selection.ts";
import { runsById } from "./studio.ts";

/** The opened run, as far as it has gone. */
export const openedRun = signal<RunDetail | undefined>(undefined);

/** The stage that the address names by its place in the run; undefined for the whole run. */
export function selectedStage(run: RunDetail | undefined): ShownStage | undefined {
  const { stage } = selection.value;
  return stage === undefined ? undefined : run?.stages[Number(stage)];
}

/** The comparison of the opened run with another one. */
export const comparison = signal<RunComparison | undefined>(undefined);

/** Reads the run that the address names, again whenever its row changes. */
export function followOpenedRun(): void {
  let shown = "";
  effect(() => {
    const { run } = selection.value;
    const row = run === undefined ? undefined : runsById.value.get(run);
    const next = row ? JSON.stringify(row) : "";
    if (next === shown) return;
    shown = next;
    if (!row) openedRun.value = undefined;
    else void read(row.id);
  });
  let compared = "";
  effect(() => {
    const { run, with: other } = selection.value;
    const done = [run, other].every(
      (id) => id && runsById.value.get(id)?.status !== "running" && runsById.value.has(id),
    );
    const next = done ? `${other} ${run}` : "";
    if (next === compared) return;
    compared = next;
    comparison.value = undefined;
    if (done) void compare(other as string, run as string);
  });
}

let reads = 0;

/** An answer that comes after that to a later request is out of date. */
async function read(id: string): Promise<void> {
  reads += 1;
  const own = reads;
  const detail = await attempt(call("GET /api/run", { id }));
  if (detail && own === reads && selection.value.run === id) openedRun.value = detail;
}

async function compare(left: string, right: string): Promise<void> {
  const found = await attempt(call("GET /api/compare", { left, right }));
  if (found && selection.value.with === left) comparison.value = found;
}
