import { useRef, useState } from "preact/hooks";
import { closeDialog, Dialog } from "../../parts/dialog.tsx";
import { listKeys } from "../../parts/list-keys.ts";
import { commands } from "./commands.ts";

/** So many commands are listed; typing finds the others. */
const listed = 50;

/** Every command by its name. */
export function Palette() {
  const [find, setFind] = useState("");
  const [at, setAt] = useState(0);
  const all = useRef(commands());
  const words = find.toLowerCase().split(/\s+/);
  const matching = all.current.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
  const shown = matching.slice(0, listed);
  const perform = (index: number) => {
    const command = shown[index];
    if (!command) return;
    closeDialog();
    command.perform();
  };
  const move = (index: number) => {
    setAt(index);
    document.getElementById(`command-${index}`)?.scrollIntoView({ block: "nearest" });
  };
  const keys = listKeys({ count: shown.length, at, onMove: move, onOpen: perform });
  return (
    <Dialog title="Commands">
      <input
        class="palette-input"
        type="text"
        role="combobox"
        data-first
        aria-label="Find a command"
        aria-expanded="true"
        aria-controls="commands"
        aria-activedescendant={shown[at] && `command-${at}`}
        placeholder="Find a command, an operation or a run"
        value={find}
        onInput={({ currentTarget }) => {
          setFind(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          // Home and End are the text's.
          if (!["Home", "End"].includes(event.key)) keys(event);
        }}
      />
      <div id="commands" class="list palette" role="listbox" aria-label="Commands">
        {shown.map(({ name, detail }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the input has the focus.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys.
          <div
            key={name}
            id={`command-${index}`}
            class="row"
            role="option"
            aria-selected={index === at}
            onClick={() => perform(index)}
          >
            <span class="label">{name}</span>
            {detail && <small class="quiet">{detail}</small>}
          </div>
        ))}
      </div>
      <p class="quiet" role="status">
        {matching.length === 0 && "No command matches."}
        {matching.length > listed && `${matching.length - listed} more: type to find them.`}
      </p>
    </Dialog>
  );
}
