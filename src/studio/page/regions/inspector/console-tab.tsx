import type { RunDetail } from "../../../api.ts";
import { Windowed } from "../../parts/windowed.tsx";

interface ConsoleTabProps {
  readonly run: RunDetail;
  /** The indexes of the lines. */
  readonly lines: readonly number[];
}

/** The height of a line, as styles/inspector.css has it. */
const lineHeight = 24;

/** The lines that the script logged. */
export function ConsoleTab({ run, lines }: ConsoleTabProps) {
  if (lines.length === 0) return <p class="quiet">Nothing was logged here.</p>;
  return (
    <Windowed
      count={lines.length}
      height={lineHeight}
      box={{ role: "log", "aria-label": "Console", tabIndex: 0, className: "console" }}
      row={(at) => {
        const line = run.logs[lines[at] as number];
        return (
          line && (
            <div key={at} class={`log ${line.level}`} title={line.text}>
              <small class="mark">{line.level}</small> <code>{line.text}</code>{" "}
              <span class="quiet">{line.method}</span>
            </div>
          )
        );
      }}
    />
  );
}
