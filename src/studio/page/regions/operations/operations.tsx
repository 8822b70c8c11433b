import { useMemo } from "preact/hooks";
import type { Operation } from "../../../api.ts";
import { Icon, type IconName } from "../../parts/icon.tsx";
import { listKeys } from "../../parts/list-keys.ts";
import { Status, wordOf } from "../../parts/status.tsx";
import { runSelected } from "../../store/actions.ts";
import { go, replace, selection } from "../../store/selection.ts";
import { lastRuns, state } from "../../store/studio.ts";

const groups: readonly {
  readonly kind: Operation["kind"];
  readonly label: string;
  readonly icon: IconName;
}[] = [
  { kind: "auth", label: "Account", icon: "key" },
  { kind: "trigger", label: "Triggers", icon: "bolt" },
  { kind: "action", label: "Actions", icon: "pencil" },
  { kind: "search", label: "Searches", icon: "search" },
  { kind: "hydrator", label: "Hydrators", icon: "drop" },
];

/** The operations of the integration, filtered, in groups; one of them is selected. */
export function Operations() {
  const { find = "" } = selection.value;
  const operations = state.value?.operations ?? [];
  const shown = useMemo(
    () => inGroups(operations).filter((operation) => matches(operation, find)),
    [operations, find],
  );
  const at = shown.findIndex(({ id }) => id === selection.value.op);
  const select = (index: number) => {
    const operation = shown[index];
    if (!operation) return;
    replace({ op: operation.id, run: undefined, stage: undefined, with: undefined, view: undefined });
    document.getElementById(rowId(operation))?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = listKeys({
    count: shown.length,
    at,
    onMove: select,
    onOpen: () => document.querySelector<HTMLElement>("#step :is(input, select, textarea, button)")?.focus(),
    letters: { r: () => runSelected(shown[at]) },
  });
  return (
    <nav class="operations" aria-label="Operations">
      <input
        id="find-operation"
        type="search"
        placeholder="Find an operation"
        aria-label="Find an operation"
        aria-keyshortcuts="/"
        value={find}
        onInput={({ currentTarget }) => replace({ find: currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" || event.key === "Enter") {
            event.preventDefault();
            if (at < 0) select(0);
            document.getElementById("operations")?.focus();
          }
        }}
      />
      <div
        id="operations"
        class="list"
        role="listbox"
        tabIndex={0}
        aria-label="Operations"
        aria-activedescendant={shown[at] && rowId(shown[at])}
        onKeyDown={onKeyDown}
      >
        {groups.map(({ kind, label, icon }) => {
          const rows = shown.filter((operation) => operation.kind === kind);
          return rows.length === 0 ? null : (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox.
            <div key={kind} role="group" aria-label={label}>
              <div class="group" aria-hidden="true">
                <Icon name={icon} />
                {label}
              </div>
              {rows.map((operation) => (
                <Row key={operation.id} operation={operation} />
              ))}
            </div>
          );
        })}
      </div>
      {shown.length === 0 && (
        <p class="quiet none" role="status">
          {find === "" ? "The script has no operations yet." : `No operation matches “${find}”.`}
        </p>
      )}
    </nav>
  );
}

/** Hidden ones come last in their group: users do not see them. */
function inGroups(operations: readonly Operation[]): readonly Operation[] {
  return groups.flatMap(({ kind }) => {
    const ofKind = operations.filter((operation) => operation.kind === kind);
    return [...ofKind.filter(({ hidden }) => !hidden), ...ofKind.filter(({ hidden }) => hidden)];
  });
}

function matches({ key, label, kind }: Operation, find: string): boolean {
  return `${key} ${label} ${kind}`.toLowerCase().includes(find.toLowerCase());
}

function rowId({ id }: Operation): string {
  return `operation-${id}`;
}

function Row({ operation }: { readonly operation: Operation }) {
  const { id, label, key, hidden } = operation;
  const last = lastRuns.value.get(id);
  const pins = state.value?.pins.filter((pin) => pin.operation === id).length ?? 0;
  const on = state.value?.zaps.some((zap) => zap.operation === id && zap.live);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names the option by aria-activedescendant.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
    <div
      id={rowId(operation)}
      class="row"
      role="option"
      aria-selected={selection.value.op === id}
      onClick={() => go({ op: id, run: undefined, stage: undefined, with: undefined, view: undefined })}
    >
      <span class={hidden ? "label quiet" : "label"}>
        {label}
        {label !== key && <span class="unseen">, {key}</span>}
        {hidden && <small> hidden</small>}
      </span>
      {on && <small class="mark accent">on</small>}
      {pins > 0 && (
        <small class="mark" title={`${pins} pinned`}>
          <Icon name="pin" />
          {pins}
          <span class="unseen"> pinned</span>
        </small>
      )}
      {last && (
        <span title={`Last run: ${wordOf(last.status)}`}>
          <span class="unseen">last run </span>
          <Status status={last.status} short />
        </span>
      )}
    </div>
  );
}
