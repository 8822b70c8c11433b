import { signal } from "@preact/signals";
import { ApiError } from "../api/client.ts";

/** The notice at the foot of the page, which screen readers hear, too. */
export interface Notice {
  readonly kind: "done" | "failed";
  readonly text: string;
  readonly hint?: string | undefined;
}

export const notice = signal<Notice | undefined>(undefined);

/** Says that something is done. It goes by itself. */
export function say(text: string): void {
  const said: Notice = { kind: "done", text };
  notice.value = said;
  setTimeout(() => {
    if (notice.value === said) notice.value = undefined;
  }, 4_000);
}

/** Waits for some work, and says so where it fails: `undefined` then. */
export async function attempt<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    const result = await work;
    if (notice.value?.kind === "failed") notice.value = undefined;
    return result;
  } catch (error) {
    notice.value = failureOf(error);
    return undefined;
  }
}

function failureOf(error: unknown): Notice {
  if (error instanceof ApiError) return { kind: "failed", text: error.message, hint: error.hint };
  return {
    kind: "failed",
    text: "The studio does not answer.",
    hint: "Look whether `zapc studio` still runs.",
  };
}

/** Puts a text on the clipboard. */
export async function copy(text: string, name: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(`${name} is copied.`);
  } catch {
    notice.value = { kind: "failed", text: `This browser did not let ${name} be copied.` };
  }
}
