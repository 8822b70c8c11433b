/**
 * The globals of today's Node.js that sources may use as they are where the app says `engine: "node"`: globals/node-engine.d.ts has their
 * types, and the simulator has them all. Source: docs/platform.md, "Two runtimes".
 */
export const typedNodeGlobals = [
  ...["AbortController", "AbortSignal", "Buffer", "Event", "EventTarget", "Headers", "Request", "Response"],
  ...["TextDecoder", "TextEncoder", "URL", "URLSearchParams", "clearImmediate", "clearInterval", "fetch"],
  ...["global", "process", "queueMicrotask", "setImmediate", "setInterval", "structuredClone"],
] as const;

/**
 * The globals of today's Node.js beside those of the language and of the platform: a script whose app says `engine: "node"` may use
 * them. Source: docs/platform.md, "Two runtimes": the converted runtime runs a script as a function of Node.js, version 22 or later.
 */
export const nodeGlobals = [
  ...typedNodeGlobals,
  ...["Blob", "BroadcastChannel", "ByteLengthQueuingStrategy", "CompressionStream", "CountQueuingStrategy"],
  ...["CustomEvent", "DOMException", "DecompressionStream", "File", "FormData", "Function", "MessageChannel"],
  ...[
    "MessageEvent",
    "MessagePort",
    "Performance",
    "ReadableStream",
    "TextDecoderStream",
    "TextEncoderStream",
  ],
  ...["TransformStream", "WebAssembly", "WebSocket", "WritableStream", "navigator", "performance"],
] as const;
