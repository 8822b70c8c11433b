import type { RunRow } from "../../../api.ts";
import { counted } from "../../parts/format.ts";
import { replace } from "../../store/selection.ts";
import { runs } from "../../store/studio.ts";

/** The polls of a Zap in the order of their time: the slider goes from one to the next. */
export function PollSlider({ row }: { readonly row: RunRow }) {
  const polls = runs.value
    .filter(({ zap, poll }) => zap === row.zap && poll !== undefined)
    .sort((left, right) => (left.poll ?? 0) - (right.poll ?? 0) || left.number - right.number);
  const at = polls.findIndex(({ id }) => id === row.id);
  if (polls.length < 2 || at < 0) return null;
  const says = `Poll ${row.poll} of ${polls.at(-1)?.poll}: ${row.items ? `${counted(row.items.seen, "item")}, ${row.items.new} new` : row.status}`;
  return (
    <div class="poll-slider">
      <label for="poll-slider">Polls of this Zap</label>
      <input
        id="poll-slider"
        type="range"
        min={0}
        max={polls.length - 1}
        value={at}
        aria-valuetext={says}
        onInput={({ currentTarget }) => replace({ run: polls[Number(currentTarget.value)]?.id })}
      />
      <output for="poll-slider" class="figures">
        {says}
      </output>
    </div>
  );
}
