import type { RunRow } from "../../../api.ts";
import { counted, duration, timeOfDay } from "../../parts/format.ts";
import { runKindName, Status } from "../../parts/status.tsx";
import { operationOf } from "../../store/actions.ts";

interface RunRowProps {
  readonly id: string;
  readonly row: RunRow;
  /** Its place in the list, from 1, and the length of the list. */
  readonly place: readonly [at: number, of: number];
  readonly isSelected: boolean;
  readonly withOperation: boolean;
  readonly onOpen: () => void;
}

/** One run of the list: status, cause, HTTP status, requests, items and duration. */
export function RunRowView({ id, row, place, isSelected, withOperation, onOpen }: RunRowProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names the option by aria-activedescendant.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
    <div
      id={id}
      class="run-row"
      role="option"
      aria-selected={isSelected}
      aria-posinset={place[0]}
      aria-setsize={place[1]}
      onClick={onOpen}
    >
      <span class="run-first">
        <span class="run-number">#{row.number}</span>
        <Status status={row.status} />
        <b>{runKindName(row)}</b>
        {withOperation && <span class="ellipsis">{operationOf(row.operation)?.label ?? row.operation}</span>}
        <span class="quiet ellipsis">{row.cause}</span>
        <span class="grow" />
        <span class="quiet figures">
          {row.took === undefined ? timeOfDay(row.started) : duration(row.took)}
        </span>
      </span>
      <span class="run-second quiet figures">
        <span class="ellipsis">{secondLine(row)}</span>
        <span class="grow" />
        {row.badges.map((badge) => (
          <small key={badge} class="mark">
            {badge}
          </small>
        ))}
      </span>
    </div>
  );
}

function secondLine(row: RunRow): string {
  const parts = [
    row.status === "running" ? row.stage : undefined,
    row.items && itemsOf(row.items),
    row.http_status && `HTTP ${row.http_status}`,
    counted(row.requests, "request"),
    row.error,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** `3 items → 1 new` */
function itemsOf({ seen, new: fresh }: NonNullable<RunRow["items"]>): string {
  return `${counted(seen, "item")} → ${fresh.toLocaleString("en-US")} new`;
}
