import { useEffect, useState } from "preact/hooks";
import type { TextLine } from "../../editor/text-difference.ts";
import { Dialog } from "../../parts/dialog.tsx";

interface DifferenceDialogProps {
  readonly title: string;
  readonly left: string;
  readonly right: string;
}

const marks: { readonly [kind in TextLine["kind"]]: string } = { same: " ", removed: "-", added: "+" };

/** The difference of two texts, line by line. */
export function DifferenceDialog({ title, left, right }: DifferenceDialogProps) {
  const [lines, setLines] = useState<readonly TextLine[] | undefined>(undefined);
  useEffect(() => {
    void import("../../editor/text-difference.ts").then(({ textDifference }) =>
      setLines(textDifference(left, right)),
    );
  }, [left, right]);
  return (
    <Dialog title={title} wide>
      {!lines && <p class="quiet">Comparing…</p>}
      {lines && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it.
        // biome-ignore lint/a11y/useSemanticElements: it keeps the spaces of a pre.
        <pre class="code text-difference" role="group" aria-label="Difference of the texts" tabIndex={0}>
          {lines.map(({ kind, text }, index) => (
            <span key={index} class={kind}>
              {marks[kind]} {text}
              {"\n"}
            </span>
          ))}
        </pre>
      )}
    </Dialog>
  );
}
