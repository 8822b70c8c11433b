/** A position in zap.js, as a stack trace names it. */
export interface TracePosition {
  /** Its offset in the trace: that of the whole frame, where there is one. */
  readonly start: number;
  readonly end: number;
  /** From 1, as the trace has it. */
  readonly line: number;
  /** From 1. */
  readonly column?: number;
  /** The engine's name for the script, and for the one that has loaded it: positions in other scripts look the same. */
  readonly script: string;
  /** The number of lines that the engine has put before the script. */
  readonly linesBefore: number;
  /** The function that the trace names; absent where a position stands alone. */
  readonly called?: CalledFunction;
}

/** The function of a frame. */
export interface CalledFunction {
  /** Absent where the function has none. */
  readonly name?: string;
}

/**
 * The text of a function made by `new Function(…)` begins with `(function anonymous(_,crypto,…`, a line end, `) {` and another.
 * Source: measured on Node.js 4.3.1 and 20; engines count these lines.
 */
const LINES_OF_FUNCTION = 2;

// Source: the package zapier-platform-legacy-scripting-runner, index.js: the function that calls `new Function`.
const RUNNERS_LOADER = "compileLegacyScriptingSource";

// at Object.thing_poll (eval at compileLegacyScriptingSource (/var/task/index.js:489:10), <anonymous>:8:16)
// at new Thing (/home/me/dist/zap.js:12:34)
// at evalmachine.<anonymous>:7:14
// <anonymous>:12
const framePattern = new RegExp(
  [
    String.raw`(?<at>\bat (?:async )?(?:(?:new )?(?<name>[^\s()]+)(?: \[as [^\]]+\])? \()?)?`,
    String.raw`(?<eval>eval at (?<loader>\S+) .*?, (?=<anonymous>:))?`,
    String.raw`(?<![\w.-])(?<script>(?:evalmachine\.)?<anonymous>|(?:(?:file://|[A-Za-z]:)?[/\\][^():\n]*[/\\]|[^\s()]*[/\\])?zap\.js)`,
    String.raw`:(?<line>\d+)(?::(?<column>\d+))?\)?`,
  ].join(""),
  "g",
);

/** Finds every position in zap.js that a trace has. */
export function positionsIn(trace: string): readonly TracePosition[] {
  const frames = [...trace.matchAll(framePattern)];
  const isRunners = frames.some(({ groups }) => groups?.loader === RUNNERS_LOADER);
  return frames
    .filter(({ groups }) => !isRunners || !groups?.loader || groups.loader === RUNNERS_LOADER)
    .map((frame) => positionOf(frame));
}

function positionOf({ index, 0: text, groups = {} }: RegExpExecArray): TracePosition {
  const { at, name, loader = "", script = "", line, column } = groups;
  return {
    start: index,
    end: index + text.length,
    line: Number(line),
    ...(column && { column: Number(column) }),
    script: `${loader} ${script.replace(/^.*[/\\]/, "")}`,
    linesBefore: script === "<anonymous>" ? LINES_OF_FUNCTION : 0,
    ...(at && { called: calledBy(name) }),
  };
}

/** V8's names for a function without one. */
const anonymous = ["<anonymous>", "<computed>", "anonymous", "eval"];

/** `Object.new_record_poll` -> `new_record_poll` */
function calledBy(text = "<anonymous>"): CalledFunction {
  const name = text.replace(/^.*\./, "");
  return anonymous.includes(name) ? {} : { name };
}
