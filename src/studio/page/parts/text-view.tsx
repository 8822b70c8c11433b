import { useMemo, useState } from "preact/hooks";
import type { LargeText } from "../../api.ts";
import { attempt, copy } from "../store/notices.ts";
import { Button } from "./button.tsx";
import { bytes } from "./format.ts";
import { isWhole, linesOf, readable, readWhole } from "./text.ts";
import { Windowed } from "./windowed.tsx";

/** So many lines are rendered at once; of more, only those that are visible. */
const few = 400;

/** The height of a line of code, as styles/parts.css has it. */
const lineHeight = 20;

interface TextViewProps {
  readonly text: LargeText;
  readonly name: string;
  /** As it is, without an indent. */
  readonly raw?: boolean;
}

/** A text that may be large: its start, and the rest when asked for. */
export function TextView({ text, name, raw }: TextViewProps) {
  // The text may be another one by the time that all of it is read.
  const [whole, setWhole] = useState<{ readonly id: string; readonly all: string | undefined }>();
  const [reading, setReading] = useState(false);
  const showAll = async () => {
    setReading(true);
    setWhole({ id: text.id, all: await attempt(readWhole(text)) });
    setReading(false);
  };
  const all = whole?.id === text.id ? whole.all : undefined;
  const partial = !isWhole(text) && all === undefined;
  return (
    <div class="text-view">
      <div class="text-bar">
        <span class="quiet">
          {partial ? `The first ${bytes(text.start.length)} of ${bytes(text.size)}` : bytes(text.size)}
        </span>
        {partial && (
          <Button bare disabled={reading} onClick={showAll}>
            {reading ? "Reading…" : "Show all"}
          </Button>
        )}
        <Button bare label={`Copy ${name}`} onClick={async () => copy(await readWhole(text), name)}>
          Copy
        </Button>
      </div>
      <Lines text={all ?? text.start} name={name} raw={raw || partial} />
    </div>
  );
}

interface LinesProps {
  readonly text: string;
  readonly name: string;
  readonly raw?: boolean;
}

/** The lines of a text. */
export function Lines({ text, name, raw }: LinesProps) {
  const lines = useMemo(() => linesOf(raw ? text : readable(text)), [text, raw]);
  if (text === "") return <p class="quiet">Empty.</p>;
  if (lines.length <= few) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it.
      // biome-ignore lint/a11y/useSemanticElements: it keeps the spaces of a pre.
      <pre class="code" role="group" aria-label={name} tabIndex={0}>
        {lines.join("\n")}
      </pre>
    );
  }
  return (
    <Windowed
      count={lines.length}
      height={lineHeight}
      box={{ role: "group", "aria-label": name, tabIndex: 0, className: "code" }}
      row={(index) => (
        <div key={index} class="code-line">
          {lines[index]}
        </div>
      )}
    />
  );
}
