import { parseJson } from "../input/read-json.ts";
import { DataFailure } from "../model/failure.ts";
import { readInput } from "./input.ts";

/**
 * Reads a JSON file that holds an object: the auth fields, the trigger fields.
 *
 * @param file - `-` is standard input
 * @param isSecret - true if messages show nothing of the text
 */
export async function readObject(
  file: string,
  what: string,
  { isSecret = false } = {},
): Promise<{ [key: string]: unknown }> {
  const { name, text } = await readInput(file, what);
  const value = parseJson(text, { file: name, what, hint: example, isSecret });
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as { [key: string]: unknown };
  throw new DataFailure(`Failed to read ${what} from ${name}: it is not a JSON object.`, { hint: example });
}

const example = 'It must be an object from keys to values: { "domain": "data.example.com" }.';
