import { domainToASCII } from "node:url";
import type { Secret } from "./needles.ts";
import { isSecretName, placeholder } from "./secret-names.ts";

/** A value of an account, which the user typed or the API gave. */
export interface AccountValue {
  /** The account's name for it: `api_key`, or `session.token` where it stands in another. */
  readonly name: string;
  readonly value: string;
  /** True if only the platform and the API should know it. */
  readonly isCredential: boolean;
}

// Assumed: nobody's password.
const notSecret = new Set(["", "true", "false", "null", "undefined"]);

/** The secrets of an account: its values and, of credentials, the parts that are secret by themselves. */
export function secretsOf(values: readonly AccountValue[]): Secret[] {
  return values.flatMap(({ name, value, isCredential }) => {
    const parts = isCredential ? partsOf(value.trim()) : [];
    const texts = new Set([value, value.trim(), ...addressesIn(value.trim()), ...parts]);
    const secret = [...texts].filter((text) => !notSecret.has(text.trim()) && !text.startsWith("redacted-"));
    return secret.map((text) => ({ value: text, placeholder: placeholder(name), isCredential }));
  });
}

/** Users type an address with its scheme or without; requests write a domain of other letters in ASCII. */
function addressesIn(value: string): string[] {
  const address = value.replace(/^https?:\/\//i, "").replace(/\/+$/, "");
  const isDomain = /^[^\s/:@]+\.[^\s/:@]+$/.test(address) && /[^\0-\x7f]/.test(address);
  return [address, ...(isDomain ? [domainToASCII(address)] : [])];
}

/** Parts of credentials that are no secret: the names of schemes and of users. */
const harmlessParts = new Set(
  ["admin", "user", "username", "root", "token", "apikey", "api_key", "api-key"].concat(
    ...["bearer", "basic", "oauth", "https", "http"],
  ),
);

const SHORTEST_PART = 4;
const SHORTEST_LINE = 16;

/**
 * The parts of a credential that are secret by themselves: of `Bearer TOKEN` the token, of `user:password` and its Base64 both, of
 * an address its password and the secrets of its query string, of JSON what its names say, of a key in lines each of them.
 */
function partsOf(value: string): string[] {
  const bare = value.replace(/^(?:basic|bearer|token|oauth|api-?key)\s+/i, "");
  const decoded = /^[A-Za-z0-9+/_-]{8,}={0,2}$/.test(bare) ? Buffer.from(bare, "base64").toString() : "";
  const lines = bare.split(/\s+/).filter((line) => line.length >= SHORTEST_LINE);
  return [bare, ...inPair(bare), ...inPair(decoded), ...lines, ...inAddress(bare), ...inJson(bare)]
    .map((part) => part.trim())
    .filter((part) => part.length >= SHORTEST_PART && !harmlessParts.has(part.toLowerCase()));
}

/** `user:password`, `id|secret` */
function inPair(text: string): string[] {
  const [, first, rest] = /^([\x20-\x7e]+?)[:|;,]([\x20-\x7e]+)$/.exec(text) ?? [];
  return first === undefined || rest === undefined ? [] : [text, first, rest, ...rest.split(/[:|;,]/)];
}

function inAddress(text: string): string[] {
  const query = /^[\w.-]+=[^&]*(?:&|$)/.test(text) ? new URLSearchParams(text) : undefined;
  const url = /^[a-z]+:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  const named = [...(query ?? url?.searchParams ?? [])].filter(([name]) => isSecretName(name));
  return [...(url ? [url.password] : []), ...named.map(([, value]) => value)];
}

function inJson(text: string): string[] {
  if (!text.startsWith("{")) return [];
  try {
    const secret = Object.entries(JSON.parse(text)).filter(([name]) => isSecretName(name));
    return secret.flatMap(([, value]) => (typeof value === "string" ? [value, ...value.split(/\s+/)] : []));
  } catch {
    return [];
  }
}
