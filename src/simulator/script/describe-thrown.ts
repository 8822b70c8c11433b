import { inspect } from "node:util";
import type { ThrownError } from "../protocol.ts";

/** Describes whatever was thrown, an error or not. Of the stack only the frames inside the script are kept. */
export function describeThrown(thrown: unknown, filename: string): ThrownError {
  if (typeof thrown !== "object" || thrown === null)
    return { name: "Error", message: String(thrown), primitive: typeof thrown };
  const [name, message, stack] = ["name", "message", "stack"].map((key) => textAt(thrown, key));
  const frames = (stack ?? "").split("\n").filter((line) => /^\s+at /.test(line) && line.includes(filename));
  return {
    name: name ?? "Error",
    message: message ?? inJson(thrown),
    ...(frames.length > 0 && { stack: frames.join("\n") }),
  };
}

// Reading what a script has thrown may throw in turn.
function textAt(thrown: object, key: string): string | undefined {
  try {
    const value: unknown = Reflect.get(thrown, key);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

function inJson(thrown: object): string {
  try {
    return JSON.stringify(thrown) ?? "nothing";
  } catch {
    return inspect(thrown, { customInspect: false });
  }
}
