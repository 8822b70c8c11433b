import { readFile } from "node:fs/promises";
import { Failure } from "../model/failure.ts";

/** Reads a JSON file that holds an object: the auth fields, the trigger fields. */
export async function readObject(file: string, what: string): Promise<{ [key: string]: unknown }> {
  const failed = (why: string, hint: string) =>
    new Failure(`Failed to read ${what} from ${file}: ${why}.`, { hint });
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw failed(error.code === "ENOENT" ? "there is no such file" : error.message, "Name a JSON file.");
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw failed((error as Error).message, "It must be JSON.");
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as { [key: string]: unknown };
  throw failed(
    "it is no JSON object",
    'It must be an object from keys to values: { "domain": "data.example.com" }.',
  );
}
