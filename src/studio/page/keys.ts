import { openDialog, opened } from "./parts/dialog.tsx";
import { operationOf, runSelected } from "./store/actions.ts";
import { go, selection } from "./store/selection.ts";
import { readOnly } from "./store/studio.ts";

/** The keys that work wherever the focus is. Single letters are those of the lists. */
export function followKeys(): void {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || opened.value) return;
    const handled = event.ctrlKey || event.metaKey ? withControl(event.key) : alone(event);
    if (handled) event.preventDefault();
  });
}

function withControl(key: string): boolean {
  if (key.toLowerCase() === "k") openDialog({ name: "palette" });
  else if (key === "Enter" && !readOnly.value) runSelected(operationOf(selection.value.op));
  else return false;
  return true;
}

function alone({ key, target }: KeyboardEvent): boolean {
  const isTyping =
    target instanceof Element && (target.matches("input, select, textarea") || target.shadowRoot !== null);
  if (key === "Escape") return leave(isTyping ? (target as HTMLElement) : undefined);
  const isInList = target instanceof Element && target.matches("[role=listbox]");
  if (key === "?" && isInList) openDialog({ name: "keys" });
  else if (key === "/" && !isTyping) document.getElementById("find-operation")?.focus();
  else return false;
  return true;
}

/** Goes one level up: out of an input, the comparison, the run, the selection. */
function leave(input: HTMLElement | undefined): boolean {
  const { view, with: other, run, op } = selection.value;
  if (input?.id === "find-operation") go({ find: undefined });
  if (input) document.getElementById("operations")?.focus();
  else if (view) go({ view: undefined });
  else if (other) go({ with: undefined });
  else if (run) go({ run: undefined, stage: undefined });
  else if (op) go({ op: undefined });
  else return false;
  return true;
}
