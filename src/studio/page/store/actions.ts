import type { Operation, RunRequest } from "../../api.ts";
import { call } from "../api/client.ts";
import { filledOf, runtime } from "./forms.ts";
import { attempt } from "./notices.ts";
import { go } from "./selection.ts";
import { state } from "./studio.ts";

/** The words for what the studio runs of each kind of operation, the first being the usual one. */
export const asks = {
  trigger: [
    { kind: "test", word: "Test", hint: "As the editor does it: up to three samples" },
    { kind: "poll", word: "Poll", hint: "One poll, with all its items" },
  ],
  action: [{ kind: "write", word: "Run the action", hint: "Sends what is filled in" }],
  search: [{ kind: "search", word: "Search", hint: "Finds what is filled in" }],
} as const;

/** The values that the form of an operation asks for. */
export function askedOf(operation: Operation, kind: "test" | "poll" | "write" | "search"): RunRequest {
  const { values, custom, create } = filledOf(operation);
  const common = { operation: operation.id, fields: values, runtime: runtime.value };
  if (kind === "search") return { kind, ...common, ...(create && { create: { fields: create } }) };
  return { kind, ...common, ...(custom && { custom_fields: custom }) };
}

/** Starts a run, and opens it. */
export async function run(asked: RunRequest): Promise<void> {
  const started = await attempt(call("POST /api/run", asked));
  if (started) openRun(started.id);
}

/** Runs the selected operation as its first button does. */
export function runSelected(operation: Operation | undefined): void {
  const first =
    operation && operation.kind in asks ? asks[operation.kind as keyof typeof asks][0] : undefined;
  if (operation && first) void run(askedOf(operation, first.kind));
}

/** Runs a run again as a new one, with the present script and the answers that were recorded. */
export async function runAgain(
  id: string,
  change: { runtime?: "converted" | "legacy" } = {},
): Promise<string | undefined> {
  const started = await attempt(call("POST /api/again", { id, ...change }));
  if (started) openRun(started.id);
  return started?.id;
}

/** Opens a run in the inspector. */
export function openRun(id: string): void {
  go({ run: id, stage: undefined, with: undefined, view: undefined });
}

/** The operation with this id. */
export function operationOf(id: string | undefined): Operation | undefined {
  return state.value?.operations.find((operation) => operation.id === id);
}
