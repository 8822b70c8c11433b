import type { RecordedExchange } from "../../model/definitions/recording.ts";
import { changed } from "../redaction/changes.ts";
import { redactedBlocks } from "../redaction/encoded-blocks.ts";
import type { RecordingRedactor } from "./recording-redactor.ts";

/** The parts of a request that are compared. */
export type ComparedRequest = Pick<RecordedExchange, "method" | "url" | "headers" | "body">;

/** Finds the recorded requests that match one that is sent. */
export class RecordingMatcher {
  readonly #recorded: readonly RecordedExchange[];
  readonly #redactor: RecordingRedactor;
  /** The texts that are compared, and the number of secrets that were known then. */
  #texts: readonly {
    readonly exchange: RecordedExchange;
    readonly text: string;
    readonly nameless: string;
  }[] = [];
  #known = -1;

  constructor(recorded: readonly RecordedExchange[], redactor: RecordingRedactor) {
    this.#recorded = recorded;
    this.#redactor = redactor;
  }

  /**
   * The same requests or, without any, those that differ in placeholders only: a value may have one name here and another there,
   * and earlier versions redacted less, and in other ways.
   */
  to(sent: ComparedRequest): readonly RecordedExchange[] {
    if (this.#known !== this.#redactor.known) this.#read();
    const text = textOf(sent);
    const same = this.#texts.filter((it) => it.text === text);
    if (same.length > 0) return same.map(({ exchange }) => exchange);
    const nameless = withoutNames(text);
    const hasBytes = typeof sent.body === "object" && sent.body !== null;
    const asBytes = hasBytes ? withoutNames(textOf({ ...sent, body: "redacted-bytes" })) : nameless;
    const alike = this.#texts.filter((it) => it.nameless === nameless || it.nameless === asBytes);
    return alike.map(({ exchange }) => exchange);
  }

  #read(): void {
    this.#known = this.#redactor.known;
    this.#texts = this.#recorded.map((exchange) => {
      const { method, url, body } = exchange;
      const redacted = (text: string) => this.#redactor.text(text);
      const text = textOf({
        method,
        url: redacted(url),
        body: typeof body === "string" ? redacted(body) : body,
      });
      return { exchange, text, nameless: withoutNames(text) };
    });
  }
}

function textOf({ method, url, body }: Pick<ComparedRequest, "method" | "url" | "body">): string {
  const bytes = body !== null && typeof body === "object" && Buffer.from(body.base64, "base64");
  return JSON.stringify([method, url, bytes ? { bytes: bytes.toString("latin1") } : body]);
}

// A value may have blanks around it that another has not.
const blanks = "(?: |\\+|%(?:25){0,5}20){0,9}";
const placeholders = new RegExp(`${blanks}redacted-[a-z0-9-]+${blanks}`, "g");

/** A text with one placeholder for all of them, also for those within Base64. */
function withoutNames(text: string): string {
  const plain = text.replace(placeholders, "redacted");
  const encoded = redactedBlocks(plain, {
    redact: (decoded) => decoded.replace(placeholders, "redacted"),
    hasSecret: () => false,
  });
  return changed(
    plain,
    encoded.map((span) => ({ ...span, by: "redacted" })),
  );
}
