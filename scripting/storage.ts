/**
 * Storage by Zapier. Assumed, as public programs use it: `GET` answers the store as an object, `POST` merges an object into it.
 * Source of the limits, 500 keys of 2,500 bytes: its documentation for users.
 */
import { type Answer, jsonRequest } from "./call.ts";
import { pick } from "./objects.ts";
import { parsed } from "./portal.ts";

const address = "https://store.zapier.com/api/records";
const MOST_KEYS = 500;

/** A store as it was when it was read. A Zap has the keys in it that begin with its id. */
export interface Storage {
  secret: string;
  prefix: string;
  records: { [key: string]: unknown };
}

export function openStorage(typed: string, zap_id: number): Storage {
  const secret = typed.trim();
  const { content } = asked(secret);
  const records = Object(parsed(content));
  return { secret, prefix: `${zap_id}:`, records };
}

/** Undefined where nothing is written, or where somebody else has changed it. */
export function readStorage<T>({ prefix, records }: Storage): T | undefined {
  const [, count, start = ""] = /^(\d+)\|([\s\S]*)$/.exec(String(records[`${prefix}0`])) || [];
  let text = start;
  for (let index = 1; index < Number(count); index++) text += String(records[prefix + index]);
  return parsed(text) as T | undefined;
}

/** Only parts that have changed are sent. */
export function writeStorage({ secret, prefix, records }: Storage, state: object): void {
  const parts = partsOf(z.JSON.stringify(state));
  const keys = Object.keys(records);
  const own = keys.filter((key) => key.indexOf(prefix) === 0);
  const free = MOST_KEYS - (keys.length - own.length);
  if (parts.length > free) {
    throw new ErrorException(
      `This Zap has to remember ${parts.length} keys, and your Storage by Zapier has room for ${free}. Choose fewer records with a filter, or watch fewer fields.`,
    );
  }
  const next: { [key: string]: string } = {};
  // Parts of a longer state before this one.
  for (const key of own) next[key] = "";
  parts.forEach((part, index) => {
    next[prefix + index] = index === 0 ? `${parts.length}|${part}` : part;
  });
  const changed = Object.keys(next).filter((key) => next[key] !== records[key]);
  if (changed.length > 0) asked(secret, pick(next, changed));
}

/** Half as long as the store takes: as JSON, a part can be twice as long. */
const LENGTH_OF_PART = 1200;

/** As ASCII, so that bytes are characters. */
function partsOf(text: string): string[] {
  const ascii = text.replace(/[^ -~]/g, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return `\\u${`000${code}`.slice(-4)}`;
  });
  const parts: string[] = [];
  for (let start = 0; start < ascii.length; start += LENGTH_OF_PART) {
    parts.push(ascii.slice(start, start + LENGTH_OF_PART));
  }
  return parts;
}

/** Reads the store, or writes into it. The secret is in no message. */
function asked(secret: string, changed?: object): Answer {
  let answer: Answer;
  try {
    const request = jsonRequest(`${address}?secret=${encodeURIComponent(secret)}`, changed, "");
    answer = z.request({ ...request, timeout: 8000 });
  } catch {
    throw new HaltedException("Storage by Zapier could not be reached.");
  }
  const { status_code, content } = answer;
  // A text that is no JSON was broken off. An empty store may have none.
  const isBroken = !changed && content && !parsed(content) && content !== "null";
  if (status_code === 429 || status_code >= 500 || isBroken) {
    throw new HaltedException(`Storage by Zapier has a problem of its own (status ${status_code}).`);
  }
  if (status_code < 300) return answer;
  throw new ErrorException(
    `Storage by Zapier does not accept the storage secret (status ${status_code}). Copy it once more from your Storage by Zapier connection.`,
  );
}
