import type { Base64, Redacted } from "../../model/definitions/recording.ts";
import type { Secret } from "../redaction/needles.ts";
import { Redactor } from "../redaction/redactor.ts";
import { isPlaceholder, isSecretName, placeholder } from "../redaction/secret-names.ts";

// Headers that carry credentials, of any account.
const secretHeaders = [
  ...["authorization", "proxy-authorization", "cookie", "set-cookie", "www-authenticate"],
  ...["x-api-key", "api-key", "apikey", "x-auth-token", "x-access-token", "x-csrf-token"],
];

/** Gives the values that the account has at this moment, and the parts of them that are secret by themselves. */
export type Secrets = () => readonly Secret[];

/** Takes out of requests and answers what is secret. */
export class RecordingRedactor {
  readonly #secrets: Secrets;
  readonly #headers: ReadonlySet<string>;
  readonly #redactor: Redactor;

  constructor(secrets: Secrets, { headers, patterns }: Redacted) {
    this.#secrets = secrets;
    this.#headers = new Set([...secretHeaders, ...headers.map((name) => name.toLowerCase())]);
    this.#redactor = new Redactor(patterns);
  }

  /** Notes what is secret now. */
  learn(): void {
    this.#redactor.learn(this.#secrets());
  }

  /** The number of known secrets. */
  get known(): number {
    return this.#redactor.known;
  }

  text(text: string): string {
    return this.#redactor.text(text);
  }

  headers<V extends string | string[]>(headers: { readonly [name: string]: V }): { [name: string]: V } {
    const redacted = Object.entries(headers).map(([name, value]) => {
      const change = (text: string) => this.#header(name, text);
      return [this.text(name), Array.isArray(value) ? value.map(change) : change(value)];
    });
    return Object.fromEntries(redacted);
  }

  /** A body as a recording has it. */
  body(bytes: Uint8Array): string | Base64 {
    const body = this.#redactor.bytes(bytes);
    return typeof body === "string" ? body : { base64: Buffer.from(body).toString("base64") };
  }

  #header(name: string, value: string): string {
    if (this.#headers.has(name.toLowerCase())) return "redacted-header";
    const redacted = this.text(value);
    const isSecret = isSecretName(name) || /(?:^|-)auth(?:-|$)/i.test(name);
    return isSecret && value !== "" && !isPlaceholder(redacted) ? placeholder(name) : redacted;
  }
}
