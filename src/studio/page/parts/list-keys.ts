interface ListKeys {
  readonly count: number;
  /** The row that the keys begin at; -1 where none is selected. */
  readonly at: number;
  readonly onMove: (index: number) => void;
  /** Enter. */
  readonly onOpen?: (index: number) => void;
  /** Single letters, which mean something only while the list has the focus. */
  readonly letters?: { readonly [letter: string]: () => void };
}

const page = 10;

/** The keys of a list: arrows, Home, End, the page keys, Enter and single letters. */
export function listKeys({
  count,
  at,
  onMove,
  onOpen,
  letters = {},
}: ListKeys): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const letter = Object.hasOwn(letters, key) ? letters[key] : undefined;
    const targets: { readonly [key: string]: number } = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: count - 1,
    };
    const target = Object.hasOwn(targets, key) ? targets[key] : undefined;
    if (target !== undefined && count > 0) onMove(Math.min(Math.max(target, 0), count - 1));
    else if (key === "Enter" && at >= 0) onOpen?.(at);
    else if (letter) letter();
    else return;
    event.preventDefault();
  };
}
