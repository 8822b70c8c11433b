import type { Auth } from "../../model/definitions.ts";
import type { Client } from "../authentication/client.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { isPlainObject } from "../json.ts";
import type { AccountValue } from "../redaction/known-values.ts";
import { Needles } from "../redaction/needles.ts";
import { holdsSecret } from "../redaction/redactor.ts";
import { type Problem, pointer } from "./problem.ts";

/** Source: npm `@zapier/secret-scrubber`, utils.js, `MIN_SECRET_SIZE`: shorter values are not secrets. */
const shortest = 6;

// Source: npm `@zapier/secret-scrubber`, convenience.js, `SENSITIVE_SUBSTRINGS`. Assumed: keys, sessions and cookies, too.
const secretName = new RegExp(
  [
    ...["api[_-]?key", "auth", "jwt", "passw(?:or)?d", "pswd", "secret", "signature", "token"],
    ...["pass(?:phrase|code)", "pwd$", "(?:^|[_-])(?:key|pass|sid)$", "[a-z]Key$", "session", "cookie"],
  ].join("|"),
  "i",
);

// Source: core, tools/secret-scrubber.js, `initSafeAuthDataKeys`: the values that it does not censor in its logs. Assumed:
// names of users, times at which something ends, and addresses.
const harmlessName = new RegExp(
  [
    "^(?:account|bot_user|cloud|cloud_site|company|domain|email|environment|location|org|organization|project|region|scopes?|site|subdomain|team|token_type|user|workspace)(?:_?id|_?name)?$",
    "^login$|expires|expiry|_(?:url|uri|type)$",
  ].join("|"),
  "i",
);

/** Assumed: words that stand in many a text. A password that is one of them is not a secret. */
const commonWords = new Set([
  ...["password", "passwd", "secret", "token", "apikey", "api_key", "api-key", "default", "changeme"],
  ...["bearer", "undefined", "[object Object]"],
]);

/**
 * The values of an account and of the app, and which of them are credentials: the value of a field of type
 * `password`, and everything else that is stored of the account under a name that sounds secret, or that the authentication puts
 * into a header or parameter of such a name: keys, tokens, sessions. A domain, a user name, an e-mail address and an address
 * without a query string are none; nor is a value of less than 6 characters, or a word such as `password`. The app's own secret
 * counts, too.
 */
export function accountValues(auth: Auth, stored: FieldValues, client: Client): AccountValue[] {
  const typed = auth.type === "none" ? [] : auth.fields;
  const passwords = typed.filter(({ type }) => type === "password").map(({ key }) => key);
  const mapped = mappedAsSecret(auth);
  const isSecret = (name: string, value: string) => {
    if (passwords.includes(name)) return true;
    if (harmlessName.test(name) || isPlainAddress(value)) return false;
    return secretName.test(name) || mapped.includes(name);
  };
  return leaves({ ...stored, ...client }).map(({ path, text }) => {
    const value = withoutScheme(text);
    const isCredential = isLongEnough(value) && isSecret(String(path.at(-1)), value);
    return { name: path.join("."), value: text, isCredential };
  });
}

/** `Bearer TOKEN` -> `TOKEN` */
function withoutScheme(value: string): string {
  return value.trim().replace(/^(?:basic|bearer|token|oauth|api-?key) +/i, "");
}

function isLongEnough(value: string): boolean {
  return value.length >= shortest && !commonWords.has(value.toLowerCase());
}

/** Source: core, tools/secret-scrubber.js: an address is censored only where it may hold secrets. */
function isPlainAddress(value: string): boolean {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return false;
  const { username, password, search } = new URL(value);
  return username + password + search === "";
}

/** The names of the account's values that go into a header or a parameter with a name that sounds secret. */
function mappedAsSecret(auth: Auth): string[] {
  const mapping: { readonly [name: string]: string } = "mapping" in auth ? { ...auth.mapping } : {};
  return Object.entries(mapping)
    .filter(([name]) => secretName.test(name))
    .flatMap(([, template]) => [...template.matchAll(/\{\{\s*(?:[^{}]*\.)?([^{}.]+?)\s*\}\}/g)])
    .map(([, name = ""]) => name);
}

/** The places at which a run's result holds a credential, however it is written. */
export function credentialProblems(given: object, credentials: readonly AccountValue[]): Problem[] {
  if (credentials.length === 0) return [];
  const finders = credentials.map(({ name, value }) => ({ name, needles: needlesOf([value]) }));
  const any = needlesOf(credentials.map(({ value }) => value));
  return leaves(given).flatMap(({ path, text }) => {
    const shown = text.replace(hydrationPointer, "");
    if (!holdsSecret(shown, any)) return [];
    const found = finders.find(({ needles }) => holdsSecret(shown, needles));
    return found ? [holdsCredential(path, found.name)] : [];
  });
}

/** The result of `z.dehydrate`: the platform keeps it to itself. Source: core, tools/wrap-hydrate.js. */
const hydrationPointer = /hydrate\|\|\|.*?\|\|\|hydrate/gs;

/** A word or a number is part of other words and numbers. */
function needlesOf(values: readonly string[]): Needles {
  const secrets = values.map((value) => ({
    ...{ value: withoutScheme(value), placeholder: "", isCredential: true },
  }));
  return new Needles(secrets, { wholeWords: true });
}

function holdsCredential(path: readonly (string | number)[], name: string): Problem {
  const where = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return {
    code: "credential",
    message: `${where.slice(1)} holds the account's \`${name}\`: whoever sees the Zap's data can read it.`,
    path: pointer(path),
    hint: "Return only what the user needs: not `bundle`, `bundle.request` or `bundle.auth_fields`.",
  };
}

interface Leaf {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** Every text and number in a value, and where it stands. */
function leaves(value: unknown): Leaf[] {
  const found: Leaf[] = [];
  collectLeaves(value, [], found);
  return found;
}

function collectLeaves(value: unknown, path: Leaf["path"], found: Leaf[]): void {
  if (typeof value === "string") found.push({ path, text: value });
  else if (typeof value === "number") found.push({ path, text: String(value) });
  else if (Array.isArray(value))
    value.forEach((entry, index) => {
      collectLeaves(entry, [...path, index], found);
    });
  else if (isPlainObject(value))
    for (const [key, entry] of Object.entries(value)) collectLeaves(entry, [...path, key], found);
}
