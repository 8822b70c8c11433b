/**
 * The globals of today's Node.js beside those of the language and of the platform: a script whose app says `engine: "node"` may use
 * them. Source: docs/platform.md, "Two runtimes": the converted runtime runs a script as a function of Node.js, version 22 or later.
 */
export const nodeGlobals = [
  ...["AbortController", "AbortSignal", "Blob", "BroadcastChannel", "Buffer", "ByteLengthQueuingStrategy"],
  ...["CompressionStream", "CountQueuingStrategy", "CustomEvent", "DOMException", "DecompressionStream"],
  ...["Event", "EventTarget", "File", "FormData", "Function", "Headers", "MessageChannel", "MessageEvent"],
  ...["MessagePort", "Performance", "ReadableStream", "Request", "Response", "TextDecoder"],
  ...["TextDecoderStream", "TextEncoder", "TextEncoderStream", "TransformStream", "URL", "URLSearchParams"],
  ...["WebAssembly", "WebSocket", "WritableStream", "clearImmediate", "clearInterval", "fetch", "global"],
  ...["navigator", "performance", "process", "queueMicrotask", "setImmediate", "setInterval"],
  "structuredClone",
] as const;
