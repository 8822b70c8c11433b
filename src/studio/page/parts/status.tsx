import type { RunRow } from "../../api.ts";
import { Icon, type IconName } from "./icon.tsx";

type Tone = "good" | "warning" | "bad" | "quiet";

/** The status of a run as a word, its icon and its colour. */
const statuses: {
  readonly [status in RunRow["status"]]: {
    readonly word: string;
    readonly icon: IconName;
    readonly tone: Tone;
  };
} = {
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
  const { word, icon, tone } = statuses[status];
  return (
    <span class={`status ${tone}`}>
      <Icon name={icon} />
      <span class={short ? "unseen" : undefined}>{word}</span>
    </span>
  );
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
export function kindOf({ kind }: Pick<RunRow, "kind">): string {
  return kinds[kind];
}
