import type { MessageFromScript } from "../protocol.ts";

/** Tells whether a value is what a message may hold there. */
type ValueCheck = (value: unknown) => boolean;

const isText: ValueCheck = (value) => typeof value === "string";
const isNumber: ValueCheck = (value) => typeof value === "number";
const isFlag: ValueCheck = (value) => typeof value === "boolean";
const oneOf =
  (...values: unknown[]): ValueCheck =>
  (value) =>
    values.includes(value);
const maybe =
  (check: ValueCheck): ValueCheck =>
  (value) =>
    value === undefined || check(value);
const anyOf =
  (...checks: ValueCheck[]): ValueCheck =>
  (value) =>
    checks.some((check) => check(value));
const listOf =
  (check: ValueCheck): ValueCheck =>
  (value) =>
    Array.isArray(value) && value.every(check);

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const mapOf =
  (check: ValueCheck): ValueCheck =>
  (value) =>
    isRecord(value) && Object.values(value).every(check);

/** With these keys, and no others. */
const shape =
  (checks: { readonly [key: string]: ValueCheck }): ValueCheck =>
  (value) =>
    isRecord(value) &&
    Object.keys(value).every((key) => Object.hasOwn(checks, key)) &&
    Object.entries(checks).every(([key, check]) => check(value[key]));

const isBytes: ValueCheck = (value) => value instanceof Uint8Array;
const isTlsValue: ValueCheck = anyOf(isText, isNumber, isFlag, isBytes, isRecord, Array.isArray);
const isHttpUrl: ValueCheck = (value) => isText(value) && /^https?:/i.test(value as string);

// The redirects of a script's requests are followed in its process.
const isRequest = shape({
  method: isText,
  url: isHttpUrl,
  headers: mapOf(isText),
  body: anyOf(isText, isBytes, oneOf(null)),
  redirects: oneOf("none"),
  timeout: maybe(isNumber),
  tls: maybe(mapOf(isTlsValue)),
});

const isOutcome = anyOf(
  shape({
    returned: shape({
      json: maybe(isText),
      values: maybe(isText),
      beyond_json: maybe(oneOf("function", "symbol")),
      undefined_keys: listOf(isText),
      function_keys: listOf(isText),
      promise: maybe(oneOf("awaited", "not awaited")),
      changed: maybe(listOf(anyOf(isText, oneOf(null)))),
      methods: maybe(mapOf(anyOf(isNumber, oneOf(null)))),
    }),
    fatal: maybe(oneOf(true)),
    unheard: maybe(isNumber),
  }),
  shape({
    thrown: shape({
      name: isText,
      message: isText,
      primitive: maybe(isText),
      stack: maybe(isText),
      original: maybe(isText),
      cause: maybe(isText),
      uncaught: maybe(oneOf(true)),
    }),
    fatal: maybe(oneOf(true)),
  }),
  shape({ late: oneOf(true) }),
);

const messages: { readonly [type in MessageFromScript["type"]]: { readonly [key: string]: ValueCheck } } = {
  ready: {},
  request: { id: maybe(isNumber), request: isRequest },
  log: { level: oneOf("log", "info", "debug", "warn", "error"), text: isText },
  "not-simulated": { message: isText },
  "out-of-memory": {},
  done: { outcome: isOutcome },
};

/** Throws when it is not a message of a script's process: that runs a stranger's script, and could send anything. */
export function checkMessage(value: unknown): MessageFromScript {
  const checks = isRecord(value) && messages[value.type as MessageFromScript["type"]];
  if (!checks || !shape({ type: isText, ...checks })(value)) throw new Error("something that is no message");
  return value as MessageFromScript;
}
