import { InvalidArgumentError } from "commander";
import { mistakeIn } from "../input/read-json.ts";
import { readObject } from "./read-object.ts";

/** Values by their keys. */
export interface GivenValues {
  readonly [key: string]: unknown;
}

/** The fields that a user fills in, as a command line gives them. */
export interface GivenFields {
  /** A JSON file. */
  readonly fields?: string;
  /** The values of `--field`, which win over the file's. */
  readonly field?: GivenValues;
}

/**
 * Reads what the user fills in.
 *
 * @param what - what it is called in messages: `the trigger fields`
 */
export async function readFields({ fields, field }: GivenFields, what: string): Promise<GivenValues> {
  return { ...(fields !== undefined && (await readObject(fields, what))), ...field };
}

/**
 * Reads one `--field`: `queue=support` is a text, as the user would type it, and `lines:=[{"sku":"A"}]` is JSON. A key that
 * comes again has a list.
 *
 * @param before - what those before it say
 */
export function fieldOption(text: string, before: GivenValues = {}): GivenValues {
  const { key, isJson, rest } = partsOf(text, "key=value, or key:=JSON");
  const value = isJson ? parsed(rest) : rest;
  if (!Object.hasOwn(before, key)) return { ...before, [key]: value };
  return { ...before, [key]: [before[key], value].flat() };
}

/**
 * Reads one `--meta` or `--zap`: an object of JSON, or `frontend=true`, `user.timezone=Europe/Paris`.
 *
 * @param before - what those before it say
 */
export function propertyOption(text: string, before: GivenValues = {}): GivenValues {
  if (text.trimStart().startsWith("{")) return { ...before, ...(parsed(text) as GivenValues) };
  const { key, rest } = partsOf(text, "key=value, or an object of JSON");
  const isWord = !/^(?:true|false|null|-?\d+(?:\.\d+)?)$/.test(rest);
  return withProperty(before, key.split("."), isWord ? rest : JSON.parse(rest));
}

function withProperty(
  object: GivenValues,
  [key = "", ...path]: readonly string[],
  value: unknown,
): GivenValues {
  if (path.length === 0) return { ...object, [key]: value };
  const inner = Object.hasOwn(object, key) ? object[key] : {};
  return { ...object, [key]: withProperty(Object(inner) as GivenValues, path, value) };
}

function partsOf(text: string, form: string): { key: string; isJson: boolean; rest: string } {
  const [, key, colon, rest] = /^([^=:]+)(:?)=(.*)$/s.exec(text) ?? [];
  if (key === undefined || rest === undefined) throw new InvalidArgumentError(`It must be ${form}.`);
  return { key, isJson: colon === ":", rest };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new InvalidArgumentError(`It is not JSON: ${mistakeIn(json) ?? (error as Error).message}.`);
  }
}
