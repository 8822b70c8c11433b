import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

interface ButtonProps {
  readonly icon?: IconName;
  /** The one thing to do here. */
  readonly main?: boolean;
  /** Without a frame. */
  readonly bare?: boolean;
  readonly disabled?: boolean;
  /** Why it is disabled, or what else there is to say. */
  readonly title?: string | undefined;
  /** The name for screen readers, where the text alone does not tell. */
  readonly label?: string;
  readonly onClick: () => unknown;
  readonly children?: ComponentChildren;
}

/** A button that does something at once. */
export function Button({ icon, main, bare, label, children, onClick, ...others }: ButtonProps) {
  const kind = main ? "button main" : bare ? "button bare" : "button";
  return (
    <button type="button" class={kind} aria-label={label} onClick={() => void onClick()} {...others}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
