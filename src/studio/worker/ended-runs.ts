import { Redactor } from "../../simulator/redaction/redactor.ts";
import { redactedReport } from "../session/detail.ts";
import type { Report } from "../session/run-record.ts";
import type { EndedRun } from "./tasks.ts";

/** A run without its secrets. */
interface RedactedRun {
  readonly report: Report | undefined;
  /** Takes the secrets of the run out of another text. */
  readonly redact: (text: string) => string;
}

/** The runs that the thread was told of. Each is redacted when it is first asked for. */
export class EndedRuns {
  readonly #runs = new Map<string, EndedRun | RedactedRun>();

  keep(ended: EndedRun): void {
    this.#runs.set(ended.id, ended);
  }

  forget(id: string): void {
    this.#runs.delete(id);
  }

  get(id: string): RedactedRun {
    const found = this.#runs.get(id);
    if (!found) throw new Error(`The thread was not told of ${id}.`);
    if ("redact" in found) return found;
    const redacted = redactedOf(found);
    this.#runs.set(id, redacted);
    return redacted;
  }
}

function redactedOf({ report, secrets }: EndedRun): RedactedRun {
  const redactor = new Redactor();
  redactor.learn(secrets);
  const redact = (text: string) => redactor.text(text);
  return { report: report === undefined ? undefined : redactedReport(JSON.parse(report), redact), redact };
}
