import type { ThrownError } from "../protocol.ts";

/** Describes whatever was thrown, an error or not. Of the stack only the frames inside the script are kept. */
export function describeThrown(thrown: unknown, filename: string): ThrownError {
  if (typeof thrown !== "object" || thrown === null) return { name: "Error", message: String(thrown) };
  const { name, message, stack } = thrown as { [key: string]: unknown };
  const frames = String(stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line) && line.includes(filename));
  return {
    name: typeof name === "string" ? name : "Error",
    message: typeof message === "string" ? message : JSON.stringify(thrown),
    ...(frames.length > 0 && { stack: frames.join("\n") }),
  };
}
