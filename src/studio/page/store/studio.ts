import { computed, signal } from "@preact/signals";
import type { RunRow, State, StudioEvent } from "../../api.ts";
import { ApiError } from "../api/client.ts";
import { readEvents } from "../api/events.ts";

/** The last state that the server sent; it stays when the server is gone. */
export const state = signal<State | undefined>(undefined);

/**
 * The connection to the server: `gone` after it ended, while the page tries again, and `denied` where the server does not
 * accept the token.
 */
export const link = signal<"opening" | "open" | "gone" | "denied">("opening");

/** True while nothing can be changed: the page shows the last state. */
export const readOnly = computed(() => link.value !== "open");

/** The runs, the newest first. */
export const runs = computed(() =>
  [...(state.value?.runs ?? [])].sort((left, right) => right.number - left.number),
);

/** The runs by their ids. */
export const runsById = computed(() => new Map(runs.value.map((run) => [run.id, run])));

/** The newest run of each operation. */
export const lastRuns = computed(() => {
  const last = new Map<string, RunRow>();
  for (const run of runs.value) if (!last.has(run.operation)) last.set(run.operation, run);
  return last;
});

const pauseBeforeRetry = 1_000;

/** Follows the server for as long as the page is open. */
export async function follow(): Promise<void> {
  while (link.value !== "denied") {
    try {
      for await (const event of readEvents(new AbortController().signal)) take(event);
      link.value = "gone";
    } catch (error) {
      link.value = error instanceof ApiError && [401, 403].includes(error.status) ? "denied" : "gone";
    }
    await new Promise((resolve) => setTimeout(resolve, pauseBeforeRetry));
  }
}

function take(event: StudioEvent): void {
  link.value = "open";
  if (event.type === "state") state.value = event.state;
  else if (state.value) state.value = { ...state.value, runs: withRow(state.value.runs, event.row) };
}

function withRow(rows: readonly RunRow[], row: RunRow): readonly RunRow[] {
  const known = rows.some(({ id }) => id === row.id);
  return known ? rows.map((other) => (other.id === row.id ? row : other)) : [...rows, row];
}
