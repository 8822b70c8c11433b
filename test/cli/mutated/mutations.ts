import fc from "fast-check";

/** The values that replace a value of JSON. */
const hostileValues: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    -0,
    Number.MAX_SAFE_INTEGER,
    "",
    " ",
    "x",
    "\u0000",
    "\ud800",
    "é\u0301",
  ],
  ...[
    [],
    {},
    [[]],
    [{}],
    [null],
    ["a", { b: 1 }],
    { a: { b: { c: [] } } },
    { length: 1e9 },
    { toJSON: 1, toString: 1 },
  ],
  ...[
    "__proto__",
    "constructor",
    "{{api_key}}",
    "{{",
    "%",
    "%zz",
    "\r\n",
    "file:///etc/passwd",
    "http://[::z]/",
  ],
  ...["2026-02-30T25:00:00Z", "hydrate|||x|||hydrate", "9".repeat(400), "a".repeat(10_000)],
  ...[JSON.parse('{"__proto__":{"polluted":1}}'), { constructor: { prototype: { polluted: 1 } } }],
];

const hostileKeys = [
  "__proto__",
  "constructor",
  "toString",
  "length",
  "then",
  "toJSON",
  "",
  " ",
  "a.b",
  "a[]",
  "\u0000",
];

const hostileTexts = [
  ...[
    "\u0000",
    "\ufeff",
    "\u2028",
    "\ud800",
    "\r",
    "\n",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "\\",
    ",",
    ":",
    "//",
    "/*",
    "`",
  ],
  ...[
    "null",
    "1e999",
    "NaN",
    "-",
    "<!--",
    "</script>",
    ";",
    "(",
    ")",
    "at f (",
    ":9999999999:1",
    "zap.js:1:1",
    "AAAA",
  ],
];

/** One change of a text: where, of what kind, and with what. */
interface Mutation {
  /** The place, as a share of all that there are. */
  readonly place: number;
  readonly kind: number;
  readonly with: number;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  place: fc.noBias(fc.nat(999_999)).map((millionths) => millionths / 1e6),
  kind: fc.noBias(fc.nat(1000)),
  with: fc.noBias(fc.nat(100_000)),
});

/** Some changes, the smaller first when a failure is made smaller. */
export const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });

/** Changes the values of JSON. The result of the changes is JSON. */
export function mutatedJson(text: string, changes: readonly Mutation[]): string {
  const root = { value: JSON.parse(text) as unknown };
  for (const { place, kind, with: seed } of changes) {
    const slots = slotsOf(root);
    const slot = slots[Math.floor(place * slots.length)];
    if (!slot) continue;
    const { holder, key } = slot;
    // A copy: a later change of the value in one input must not reach the next.
    const value: unknown = JSON.parse(JSON.stringify(hostileValues[seed % hostileValues.length]));
    const act = jsonChanges[kind % jsonChanges.length] as JsonChange;
    act(holder, key, { value, name: hostileKeys[seed % hostileKeys.length] as string });
  }
  return JSON.stringify(root.value) ?? "";
}

type Holder = { [key: string]: unknown };

/** Where a value stands: the object or list that holds it, and its key there. */
interface Slot {
  readonly holder: Holder;
  readonly key: string;
}

type JsonChange = (holder: Holder, key: string, hostile: { value: unknown; name: string }) => void;

const jsonChanges: readonly JsonChange[] = [
  (holder, key, { value }) => put(holder, key, value),
  (holder, key) => put(holder, key, [holder[key]]),
  (holder, key) => put(holder, key, JSON.stringify(holder[key])),
  (holder, key, { name }) => put(holder, key, { [name]: holder[key] }),
  (holder, key) => {
    delete holder[key];
  },
  (holder, key, { name }) => put(holder, name, holder[key]),
  (holder, key, { name, value }) => {
    const inner = holder[key];
    if (typeof inner === "object" && inner !== null) put(inner as Holder, name, value);
    else put(holder, key, value);
  },
];

/** Also sets `__proto__`, as JSON does. JSON has no length of a list. */
function put(holder: Holder, key: string, value: unknown): void {
  if (Array.isArray(holder) && key === "length") return;
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
}

function slotsOf(value: unknown): Slot[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...slotsOf(holder[key])]);
}

/** Changes the characters of a text, and its bytes: what they leave may be no text. */
export function mutatedBytes(text: string, changes: readonly Mutation[]): Buffer {
  return changes.reduce((bytes, { place, kind, with: seed }) => {
    const at = Math.floor(place * bytes.length);
    const change = byteChanges[kind % byteChanges.length] as ByteChange;
    return Buffer.concat(change({ before: bytes.subarray(0, at), after: bytes.subarray(at), seed }));
  }, Buffer.from(text));
}

type ByteChange = (at: { before: Buffer; after: Buffer; seed: number }) => Buffer[];

const byteChanges: readonly ByteChange[] = [
  ({ before, after, seed }) => [before, Buffer.from([seed % 256]), after.subarray(1)],
  ({ before, after, seed }) => [before, Buffer.from(hostileTexts[seed % hostileTexts.length] ?? ""), after],
  ({ before, after, seed }) => [before, after.subarray(seed % 40)],
  ({ before, after, seed }) => [before, after.subarray(0, seed % 40), after],
  ({ before }) => [before],
  ({ after }) => [after],
  ({ before, after, seed }) => [before, after.subarray(seed % 400), after.subarray(0, seed % 400)],
];
