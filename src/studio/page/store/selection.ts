import { signal } from "@preact/signals";

/** The selection and the filters, as the address's fragment holds them. */
export interface Selection {
  /** The id of the selected operation: `triggers/new_ticket`. */
  readonly op?: string;
  /** The id of the opened run. */
  readonly run?: string;
  /** The index of the selected stage; absent for the whole run. */
  readonly stage?: string;
  readonly tab?: string;
  /** The id of the run that the opened one is compared with. */
  readonly with?: string;
  readonly view?: "review";
  /** The text that the operations are filtered by. */
  readonly find?: string;
  /** The runs that are listed: all, or `failed`. */
  readonly runs?: "failed";
}

/** The selection that the page shows. */
export const selection = signal<Selection>({});

/** Changes the selection. A part that is `undefined` is taken out. */
export function go(change: { [Part in keyof Selection]?: Selection[Part] | undefined }): void {
  move(change, "pushState");
}

/** The same without a step in the browser's history: for filters, and for rows that the arrows pass over. */
export function replace(change: { [Part in keyof Selection]?: Selection[Part] | undefined }): void {
  move(change, "replaceState");
}

function move(change: object, how: "pushState" | "replaceState"): void {
  const parts = Object.entries({ ...selection.value, ...change }).filter(
    ([, part]) => part !== undefined && part !== "",
  );
  selection.value = Object.fromEntries(parts);
  history[how](null, "", parts.length > 0 ? `#${new URLSearchParams(parts)}` : location.pathname);
}

/** Reads the address, now and whenever the browser goes back or forward. */
export function followAddress(): void {
  const read = () => {
    selection.value = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  };
  addEventListener("popstate", read);
  read();
}
