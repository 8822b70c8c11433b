import type { Json } from "../../../model/bundles/shared.ts";
import { Button } from "./button.tsx";
import { openDialog } from "./dialog.tsx";
import type { ShownDifference } from "./differences.ts";
import { counted } from "./format.ts";
import { Icon, type IconName } from "./icon.tsx";

const words: {
  readonly [kind in ShownDifference["kind"]]: { readonly word: string; readonly icon: IconName };
} = {
  added: { word: "Added", icon: "plus" },
  removed: { word: "Removed", icon: "minus" },
  changed: { word: "Changed", icon: "change" },
};

/** So many differences are listed; the rest is counted. */
const listed = 200;

interface DifferenceListProps {
  readonly differences: readonly ShownDifference[];
  /** There are so many more, which nobody has listed. */
  readonly more?: number;
}

/** Differences, each with its path, the left and the right value. */
export function DifferenceList({ differences, more = 0 }: DifferenceListProps) {
  const rest = more + Math.max(0, differences.length - listed);
  return (
    <>
      <ul class="differences">
        {differences.slice(0, listed).map((difference) => (
          <DifferenceRow key={difference.path} {...difference} />
        ))}
      </ul>
      {rest > 0 && <p class="quiet">{counted(rest, "more difference")}.</p>}
    </>
  );
}

function DifferenceRow({ kind, path, left, right }: ShownDifference) {
  const { word, icon } = words[kind];
  const texts =
    typeof left === "string" && typeof right === "string" && Math.max(left.length, right.length) > 80;
  return (
    <li class={`difference ${kind}`}>
      <span class="difference-kind">
        <Icon name={icon} />
        <span class="unseen">{word}</span>
      </span>
      <code class="path">{path}</code>
      <span class="difference-values">
        {kind !== "added" && <del>{short(left)}</del>}
        {kind !== "removed" && <ins>{short(right)}</ins>}
        {texts && (
          <Button
            bare
            label={`Compare texts of ${path}`}
            onClick={() => openDialog({ name: "difference", title: path, left, right })}
          >
            Compare texts
          </Button>
        )}
      </span>
    </li>
  );
}

const longest = 160;

/** A value on one line. */
function short(value: Json | undefined): string {
  const text = value === undefined ? "none" : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
