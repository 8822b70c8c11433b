import { useState } from "preact/hooks";
import type { ShownStage } from "../../../api.ts";
import { type ShownStatus, StatusMark } from "../../parts/status.tsx";
import { Windowed } from "../../parts/windowed.tsx";

type Items = NonNullable<ShownStage["items"]>;
type Mark = Items[number]["mark"];

const marks: {
  readonly [mark in Mark]: ShownStatus & { readonly why: string };
} = {
  new: { word: "new", icon: "star", tone: "good", why: "triggers the Zap" },
  seen: { word: "seen", icon: "eye", tone: "quiet", why: "was polled before" },
  repeated: {
    word: "repeated",
    icon: "repeat",
    tone: "warning",
    why: "has the id of an item before it in this poll",
  },
};

/** The height of an item, as styles/inspector.css has it. */
const rowHeight = 28;

/** Every polled item, and what became of it. */
export function DedupedItems({ items }: { readonly items: Items }) {
  const [only, setOnly] = useState<Mark | undefined>(undefined);
  const shown = only ? items.filter(({ mark }) => mark === only) : items;
  return (
    <>
      <fieldset class="buttons" aria-label="Show items that are">
        {(Object.keys(marks) as Mark[]).map((mark) => {
          const count = items.filter((item) => item.mark === mark).length;
          return (
            <button
              key={mark}
              type="button"
              class="button chip"
              aria-pressed={only === mark}
              disabled={count === 0}
              title={marks[mark].why}
              onClick={() => setOnly(only === mark ? undefined : mark)}
            >
              <StatusMark {...marks[mark]} /> {count.toLocaleString("en-US")}
            </button>
          );
        })}
      </fieldset>
      {items.length === 0 && <p class="quiet">The poll gave no items, so there is nothing to compare.</p>}
      <Windowed
        count={shown.length}
        height={rowHeight}
        box={{ role: "list", "aria-label": "Items of the poll", tabIndex: 0, className: "items" }}
        row={(index) => {
          const item = shown[index] as Items[number];
          return (
            // biome-ignore lint/a11y/useSemanticElements: the list is a box that scrolls.
            <div key={index} class="item-row" role="listitem">
              <StatusMark {...marks[item.mark]} />
              <code>{item.id === undefined ? "no id" : String(item.id)}</code>
              <span class="quiet" title={whyOf(item)}>
                {whyOf(item)}
              </span>
            </div>
          );
        }}
      />
    </>
  );
}

function whyOf({ id, mark, first_poll }: Items[number]): string {
  const told = id === undefined ? " (told from others by all that it holds)" : "";
  return `${reasonOf(mark, first_poll)}${told}`;
}

function reasonOf(mark: Mark, first_poll: number | undefined): string {
  if (mark !== "seen" || first_poll === undefined) return marks[mark].why;
  return first_poll === 0 ? "was there when the Zap was turned on" : `first in poll ${first_poll}`;
}
