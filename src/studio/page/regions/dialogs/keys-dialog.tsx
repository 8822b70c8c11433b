import { Dialog } from "../../parts/dialog.tsx";

const keys: readonly (readonly [keys: string, action: string])[] = [
  ["/", "Find an operation"],
  ["Ctrl K", "Any command"],
  ["Ctrl Enter", "Run the selected operation"],
  ["↑ ↓ Home End", "Move in a list; the selection follows"],
  ["Enter", "From an operation to its form, from a run to its stages"],
  ["← →", "Move between tabs"],
  ["Escape", "Close the dialog; then the run; then the selection"],
  ["r", "In the list of operations: run it; in the list of runs: run again"],
  ["e", "In the list of stages: edit and go on from there"],
  ["?", "In a list: these keys"],
];

/** The keys of the page. */
export function KeysDialog() {
  return (
    <Dialog title="Keys">
      <dl class="keys">
        {keys.map(([name, action]) => (
          <div key={name}>
            <dt>
              <kbd>{name}</kbd>
            </dt>
            <dd>{action}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
