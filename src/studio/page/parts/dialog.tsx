import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Button } from "./button.tsx";

/** The dialogs: each has its own file in regions/dialogs/. */
export type DialogName =
  | { readonly name: "build" | "clock" | "live" | "connections" | "pins" | "palette" | "keys" }
  | { readonly name: "save-test" | "send-again"; readonly run: string }
  | { readonly name: "edit"; readonly run: string /** Its place in the run. */; readonly stage: number }
  | { readonly name: "pin"; readonly run: string; readonly request: number }
  | { readonly name: "difference"; readonly title: string; readonly left: string; readonly right: string };

/** The open dialog. */
export const opened = signal<DialogName | undefined>(undefined);

export function openDialog(dialog: DialogName): void {
  opened.value = dialog;
}

export function closeDialog(): void {
  opened.value = undefined;
}

interface DialogProps {
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** A modal dialog. Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, wide, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={wide ? "dialog wide" : "dialog"}
      aria-labelledby={heading}
      onClose={closeDialog}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <Button bare icon="cross" label="Close" onClick={closeDialog} />
      </header>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
