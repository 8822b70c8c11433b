import type { ConnectionState, RunRow } from "../../api.ts";
import { Icon, type IconName } from "./icon.tsx";

/** A status as a word, its icon and its colour. */
export interface ShownStatus {
  readonly word: string;
  readonly icon: IconName;
  readonly tone: "good" | "warning" | "bad" | "quiet";
}

/** A status: an icon and a word, which screen readers alone get where it is `short`. */
export function StatusMark({
  word,
  icon,
  tone,
  short = false,
}: ShownStatus & { readonly short?: boolean | undefined }) {
  return (
    <span class={`status ${tone}`}>
      <Icon name={icon} />
      <span class={short ? "unseen" : undefined}>{word}</span>
    </span>
  );
}

/** The statuses of accounts. */
export const accountStatuses: { readonly [status in ConnectionState["status"]]: ShownStatus } = {
  new: { word: "not connected", icon: "dash", tone: "quiet" },
  connecting: { word: "connecting…", icon: "wait", tone: "quiet" },
  connected: { word: "connected", icon: "check", tone: "good" },
  failed: { word: "failed", icon: "cross", tone: "bad" },
};

/** The status of a finding. */
export function Severity({ severity }: { readonly severity: "error" | "warning" }) {
  return severity === "error" ? (
    <StatusMark word="error" icon="cross" tone="bad" />
  ) : (
    <StatusMark word="warning" icon="warning" tone="warning" />
  );
}

const statuses: { readonly [status in RunRow["status"]]: ShownStatus } = {
  succeeded: { word: "Succeeded", icon: "check", tone: "good" },
  refreshed: { word: "Refreshed", icon: "refresh", tone: "good" },
  stopped: { word: "Stopped", icon: "stop", tone: "quiet" },
  halted: { word: "Halted", icon: "pause", tone: "warning" },
  error: { word: "Error", icon: "cross", tone: "bad" },
  turned_off: { word: "Turned off", icon: "power", tone: "bad" },
  running: { word: "Running", icon: "wait", tone: "quiet" },
  cancelled: { word: "Cancelled", icon: "dash", tone: "quiet" },
};

/** Tells whether a run went wrong. */
export function isFailed({ status }: RunRow): boolean {
  return ["bad", "warning"].includes(statuses[status].tone);
}

/** The word for the status of a run. */
export function wordOf(status: RunRow["status"]): string {
  return statuses[status].word;
}

/** The status of a run: an icon and a word. */
export function Status({ status, short }: { readonly status: RunRow["status"]; readonly short?: boolean }) {
  return <StatusMark {...statuses[status]} short={short} />;
}

const kinds: { readonly [kind in RunRow["kind"]]: string } = {
  test: "Test",
  poll: "Poll",
  turn_on: "Turn on",
  hook: "Hook",
  write: "Write",
  search: "Search",
  hydrate: "Hydrate",
  turn_off: "Turn off",
  dropdown: "Dropdown",
  custom_fields: "Custom fields",
  search_connector: "Search connector",
  connect: "Connect",
  test_account: "Test account",
};

/** The word for the kind of a run. */
export function runKindName({ kind }: Pick<RunRow, "kind">): string {
  return kinds[kind];
}
