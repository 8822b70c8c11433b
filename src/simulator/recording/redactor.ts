import type { Redacted } from "../../model/definitions/recording.ts";
import { isPlainObject } from "../request/variables.ts";

// Headers that carry credentials, whatever the account is.
const secretHeaders = [
  ...["authorization", "proxy-authorization", "cookie", "set-cookie", "www-authenticate"],
  ...["x-api-key", "api-key", "apikey", "x-auth-token", "x-access-token", "x-csrf-token"],
];
// What a name says is secret, at its end: `access_token`, `client_secret`. Of JSON, forms and query strings.
const secretName = String.raw`(?:[\w.-]*[_.-])?(?:token|secret|password|passwd|pwd|api[_-]?key|session[_-]?id|signature|nonce|oauth_timestamp)`;
const inJson = new RegExp(String.raw`("(${secretName})"\s*:\s*")((?:[^"\\]|\\.)+)(?=")`, "gi");
const inForm = new RegExp(String.raw`((?:^|[?&])(${secretName})=)([^&#\s]+)`, "gi");
// A text that could be Base64 of a user's name and password.
const inBase64 = /[A-Za-z0-9+/_-]{8,}={0,2}/g;
// A shorter value is looked for where it stands alone only: `1` is in many a text.
const shortest = 4;

// Assumed: nobody's password.
const notSecret = new Set(["", "true", "false", "null"]);

/** Gives the values that the account has at this moment, by their names. */
export type Secrets = () => { readonly [name: string]: unknown };

/** Takes out what is secret. The name of a value takes its place, so that another account's replay has the same text there. */
export class Redactor {
  readonly #secrets: Secrets;
  readonly #headers: ReadonlySet<string>;
  readonly #patterns: readonly RegExp[];
  /** All that was ever secret: tokens are replaced by others. */
  readonly #known = new Map<string, string>();

  constructor(secrets: Secrets, { headers, patterns }: Redacted) {
    this.#secrets = secrets;
    this.#headers = new Set([...secretHeaders, ...headers.map((name) => name.toLowerCase())]);
    this.#patterns = patterns.map((pattern) => new RegExp(pattern, "g"));
  }

  /** Notes what is secret now. */
  learn(): void {
    for (const [name, given] of leaves(this.#secrets())) {
      // A scheme is no secret, and users type an address with it or without.
      const value = given.replace(/^https?:\/\//i, "").replace(/\/+$/, "");
      const isSecret = !notSecret.has(value) && !value.startsWith("redacted-");
      if (isSecret && !this.#known.has(value)) this.#known.set(value, placeholder(name));
    }
  }

  text(text: string): string {
    const values = [...this.#known].sort(([a], [b]) => b.length - a.length);
    const plain = values.reduce((text, [value, name]) => replaceForms(text, value, name), text);
    const named = plain.replace(inBase64, (part) =>
      this.#isSecretInBase64(part) ? "redacted-base64" : part,
    );
    const unnamed = [inJson, inForm].reduce((text, secret) => text.replace(secret, redactNamed), named);
    return this.#patterns.reduce((text, pattern) => text.replace(pattern, "redacted-pattern"), unnamed);
  }

  headers<V extends string | string[]>(headers: { readonly [name: string]: V }): { [name: string]: V } {
    const redacted = Object.entries(headers).map(([name, value]) => {
      const isSecret = this.#headers.has(name.toLowerCase());
      const change = (text: string) => (isSecret ? "redacted-header" : this.text(text));
      return [name, Array.isArray(value) ? value.map(change) : change(value)];
    });
    return Object.fromEntries(redacted);
  }

  /** Whether bytes that are no text have a secret among them. */
  hasSecret(bytes: Uint8Array): boolean {
    const text = Buffer.from(bytes).toString("latin1");
    return this.text(text) !== text;
  }

  #isSecretInBase64(part: string): boolean {
    const decoded = Buffer.from(part, "base64").toString("utf8");
    return [...this.#known.keys()].some((value) => value.length >= shortest && decoded.includes(value));
  }
}

function redactNamed(found: string, before: string, name: string, value: string): string {
  return value.startsWith("redacted-") ? found : `${before}${placeholder(name)}`;
}

/** Of letters that stay what they are in an address, a form and JSON. */
function placeholder(name: string): string {
  return `redacted-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

function replaceForms(text: string, value: string, name: string): string {
  const search = formsOf(value).map(escaped).join("|");
  if (/^\d+$/.test(value)) return replaceNumber(text, value, name);
  if (value.length >= shortest) return text.replace(new RegExp(search, "gi"), name);
  return text.replace(new RegExp(`(?<![\\w%])(?:${search})(?!\\w)`, "g"), name);
}

/** A number of JSON becomes a text. */
function replaceNumber(text: string, value: string, name: string): string {
  const quoted = text.replace(new RegExp(`(?<=[:[,]\\s*)${value}(?=\\s*[,}\\]])`, "g"), `"${name}"`);
  return quoted.replace(new RegExp(`(?<![\\w%])${value}(?!\\w)`, "g"), name);
}

/** The value as it stands in texts, addresses, forms, JSON, XML and hexadecimal and Base64 encodings. */
function formsOf(value: string): string[] {
  const bytes = Buffer.from(value);
  // Half of a surrogate pair cannot be encoded.
  const encoded = encodeURIComponent(bytes.toString());
  const strict = encoded.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  const xml = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const forms = [
    ...[value, encoded, strict, encodeURI(bytes.toString()), xml, xml.replaceAll('"', "&quot;")],
    ...[encoded.replaceAll("%20", "+"), strict.replaceAll("%20", "+"), JSON.stringify(value).slice(1, -1)],
    ...(value.length >= shortest ? [bytes.toString("base64"), bytes.toString("hex")] : []),
  ];
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

function leaves(values: object, prefix = ""): [name: string, value: string][] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (isPlainObject(value)) return leaves(value, `${prefix}${name}-`);
    if (typeof value === "string") return [[`${prefix}${name}`, value] as [string, string]];
    return typeof value === "number" ? [[`${prefix}${name}`, String(value)] as [string, string]] : [];
  });
}
