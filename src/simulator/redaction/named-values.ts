import type { TextChange } from "./changes.ts";
import { isHarmless, isPlural, isSecretName, placeholder } from "./secret-names.ts";

/** A place where a value stands behind its name: the groups `name` and `value` of its pattern. */
interface NamePattern {
  readonly where: string;
  readonly pattern: RegExp;
  /** The name, where the pattern has none. */
  readonly name?: string;
  /** True if the value is a number of JSON: a text takes its place. */
  readonly isNumber?: true;
}

const name = String.raw`(?<name>[\w.\[\]-]{2,80})`;
// Quotation marks of JSON within JSON have backslashes before them. A match may stand in a quoted text itself.
const quoted = String.raw`(?<![\w.\]-])(?=(?<q>\\{0,64}["'\x60]?)${name}\k<q>\s{0,20}[:=]\s{0,20}`;

const rows: readonly NamePattern[] = [
  {
    where: "forms, query strings, fragments, cookies",
    // A colon at the end belongs to the sentence around an address.
    pattern: new RegExp(
      String.raw`(?<![^?&#;,|\s"'(])(?=${name}=(?<value>[^&#;,|\s"'<>()]*[^&#;,|\s"'<>():]))`,
      "gd",
    ),
  },
  {
    where: "JSON, JavaScript, attributes",
    pattern: new RegExp(String.raw`${quoted}(?<v>\\{0,64}["'\x60])(?<value>[\s\S]{1,10000}?)\k<v>)`, "gd"),
  },
  {
    where: "numbers of JSON",
    pattern: new RegExp(String.raw`${quoted}(?<value>-?\d[\d.eE+-]*)(?=\s{0,20}[,}\]]))`, "gd"),
    isNumber: true,
  },
  {
    where: "headers, YAML",
    pattern: /^[ \t]{0,20}(?:- )?(?<name>[\w.-]{2,80})[ \t]{0,20}:[ \t]{1,20}(?<value>[^\s"'{[][^\r\n]*)$/dgm,
  },
  {
    where: "elements",
    pattern: /<(?<tag>(?:[\w.-]+:)?(?<name>[\w.-]{2,80}))(?:\s[^<>]{0,1000})?>(?<value>[^<]+)<\/\k<tag>/dg,
  },
  {
    where: "elements with CDATA",
    pattern:
      /<(?:[\w.-]+:)?(?<name>[\w.-]{2,80})(?:\s[^<>]{0,1000})?>\s{0,20}<!\[CDATA\[(?<value>[\s\S]{1,10000}?)\]\]>/dg,
  },
  {
    where: "elements whose attribute names the value of another",
    pattern:
      /<[^<>]{0,500}\s(?:name|key|id|property)\s?=\s?["'](?<name>[^"'<>]{2,80})["'][^<>]{0,500}\s(?:value|content)\s?=\s?["'](?<value>[^"'<>]+)["']/dg,
  },
  {
    where: "the same, the value first",
    pattern:
      /<[^<>]{0,500}\s(?:value|content)\s?=\s?["'](?<value>[^"'<>]+)["'][^<>]{0,500}\s(?:name|key|id|property)\s?=\s?["'](?<name>[^"'<>]{2,80})["']/dg,
  },
  {
    where: "elements whose attribute names their text",
    pattern:
      /<[^<>]{0,500}\s(?:name|key|id|property)\s?=\s?["'](?<name>[^"'<>]{2,80})["'][^<>]{0,500}>(?<value>[^<]+)</dg,
  },
  {
    where: "elements that stand behind the one with their name: property lists, XML-RPC",
    pattern:
      /<(?:key|name)>(?<name>[^<]{2,80})<\/(?:key|name)>\s{0,50}(?:<[\w.-]+>\s{0,50}){1,2}(?<value>[^<]+)</dg,
  },
  {
    where: "parts of a multipart body",
    pattern:
      /\bname="?(?<name>[^"\r\n;]{2,80})"?[^\r\n]{0,500}(?:\r?\n[^\r\n]{1,500}){0,5}\r?\n\r?\n(?<value>[\s\S]{1,10000}?)(?=\r?\n--)/dg,
  },
  {
    where: "addresses with a password",
    pattern: /:\/\/[^\s/?#@:]*:(?<value>[^\s/?#@]+)@/dg,
    name: "password",
  },
  {
    where: "what follows a scheme of authentication",
    pattern: /\b(?:Bearer|Basic|Token) {1,3}(?<value>(?=[\w.~+/-]*\d)[\w.~+/-]{8,}=*)/dgi,
    name: "authorization",
  },
];

/** A value with a secret's name, where it stands, and what stands in its place. */
export interface NamedValue extends TextChange {
  readonly name: string;
  readonly value: string;
}

// The stems of all names that are secret, and the sign of an address with a password: most texts have none of them.
const stems =
  /token|secret|pass|pwd|pswd|key|session|signature|hmac|credential|auth|cookie|jwt|code|nonce|timestamp|assertion|bearer|basic|otp|@/i;

// A text without any of them has no named value.
const mayHaveNames = /[=:<]|\b(?:bearer|basic|token) /i;

/** Finds the values in a text whose names say that they are secret. */
export function namedValues(text: string): NamedValue[] {
  if (!mayHaveNames.test(text) || !stems.test(text)) return [];
  return rows.flatMap((row) =>
    [...text.matchAll(row.pattern)].flatMap((match) => namedValue(row, match, text)),
  );
}

function namedValue(
  row: NamePattern,
  { groups = {}, indices }: RegExpMatchArray,
  text: string,
): NamedValue[] {
  const { name = row.name ?? "", value = "" } = groups;
  const [start, end] = indices?.groups?.value ?? [0, 0];
  const isSecret = row.name !== undefined || isSecretName(name) || isCode(name, text);
  if (!isSecret || isHarmless(value) || (row.isNumber && isPlural(name))) return [];
  const by = placeholder(name);
  return [{ name, value, start, end, by: row.isNumber ? `"${by}"` : by }];
}

/** Tells whether a value is the code that OAuth exchanges for a token. Elsewhere a code is one of a country, say. */
function isCode(name: string, text: string): boolean {
  return name === "code" && /(?:^|[?&])(?:grant_type|state)=/.test(text);
}
