/** Globals of Node.js that a script finds on the converted runtime, and not here. */
const missingGlobals: ReadonlySet<string> = new Set([
  ...["Blob", "BroadcastChannel", "CompressionStream", "CustomEvent", "DOMException", "DecompressionStream"],
  ...[
    "File",
    "FormData",
    "MessageChannel",
    "MessageEvent",
    "MessagePort",
    "ReadableStream",
    "TransformStream",
  ],
  ...["WebSocket", "WritableStream", "navigator", "performance"],
]);

/** The global that an error misses, where the platform has it. */
export function missingGlobal({
  name,
  message,
}: {
  readonly name: string;
  readonly message: string;
}): string | undefined {
  const missing = name === "ReferenceError" ? /^(\w+) is not defined$/.exec(message)?.[1] : undefined;
  return missing !== undefined && missingGlobals.has(missing) ? missing : undefined;
}
