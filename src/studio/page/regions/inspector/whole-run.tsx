import type { RunDetail } from "../../../api.ts";
import { counted, dateAndTime } from "../../parts/format.ts";
import { StatusMark, wordOf } from "../../parts/status.tsx";
import { TextView } from "../../parts/text-view.tsx";
import { Fault } from "./fault.tsx";

/** A run as a whole: its outcome, the reason of a failure, and its result. */
export function WholeRun({ run }: { readonly run: RunDetail }) {
  return (
    <>
      <p>{summaryOf(run)}</p>
      {run.fault ? <Fault error={run.fault} /> : run.error && <NotRun why={run.error} />}
      <Problems run={run} />
      {run.result && (
        <>
          <h3>{run.items ? "Items" : "Result"}</h3>
          <TextView text={run.result} name={run.items ? "Items" : "Result"} />
        </>
      )}
    </>
  );
}

/** The reason that the script was not run, or not to its end. */
function NotRun({ why }: { readonly why: string }) {
  return (
    <div class="fault box">
      <p>{why}</p>
    </div>
  );
}

/** A sentence or two for colleagues who do not program. */
function summaryOf(run: RunDetail): string {
  const time = `The script's clock showed ${dateAndTime(run.now)}.`;
  const items = run.items && itemsSentence(run);
  const sent =
    run.sent.length === 0
      ? "No request was made."
      : `${counted(run.sent.length, "request was", "requests were")} made.`;
  return [`${wordOf(run.status)}.`, items, sent, time].filter(Boolean).join(" ");
}

/** Why there are no items, or how many of them are new. */
function itemsSentence({ items, status, sent, fault, zap }: RunDetail): string {
  if (!items) return "";
  if (items.seen > 0) {
    const rest = items.new === 0 && zap !== undefined ? " All were seen before, so nothing triggers." : "";
    return `${counted(items.seen, "item")}, ${items.new} new.${rest}`;
  }
  const last = sent.at(-1);
  if (status === "stopped") return "No items: a method stopped the request.";
  if (fault) return "No items: the run failed.";
  if (last?.failure !== undefined) return `No items: ${last.failure}`;
  if (!last?.response) return "No items: the script returned none.";
  const body = last.response.body;
  const empty = body.size === 0 || /^\s*(\[\s*\]|\{\s*\}|null)?\s*$/.test(body.start);
  return empty
    ? `No items: the API answered ${last.response.status} with ${body.size === 0 ? "an empty body" : "an empty list"}.`
    : `No items: the API answered ${last.response.status} with ${body.size} bytes, and the methods after it left none.`;
}

function Problems({ run: { problems } }: { readonly run: RunDetail }) {
  if (problems.length === 0) return null;
  return (
    <ul class="problems" aria-label="Problems">
      {problems.map((problem) => (
        <li key={problem.code + problem.path} class="box">
          <b>
            <StatusMark word={problem.code} icon="warning" tone="warning" />
          </b>{" "}
          {problem.message} <span class="quiet">{problem.hint}</span>
          {problem.path && <code class="quiet"> {problem.path}</code>}
        </li>
      ))}
    </ul>
  );
}
