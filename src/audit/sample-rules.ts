import type { StepResults } from "../metadata/recorded-runs.ts";
import type { RuleFinding } from "../metadata/rules/rule.ts";
import type { AuditRule, AuditSubject } from "./rule.ts";

/** Samples beside what the steps return. */
export const sampleRules: readonly AuditRule[] = [
  {
    id: "sample-shape",
    about:
      "A sample has the keys and the types of the results that the simulator returns from the step's recording.",
    severity: "warning",
    needs: "results",
    check: shapesThatDiffer,
  },
];

function shapesThatDiffer({ metadata, results = [] }: AuditSubject): RuleFinding[] {
  return results.flatMap(({ list, key, items }) => {
    const index = metadata[list].findIndex((step) => step.key === key);
    const sample = metadata[list][index]?.sample;
    if (sample === undefined || items.length === 0) return [];
    return differences(sample, shapeOf(items)).map(({ keys, ...found }) => ({
      ...found,
      path: `/${list}/${index}/sample${keys.map((it) => `/${it}`).join("")}`,
    }));
  });
}

type JsonType = "text" | "number" | "boolean" | "list" | "object" | "null";

function typeOf(value: unknown): JsonType {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "list";
  return (
    ({ string: "text", number: "number", boolean: "boolean" }[typeof value as string] as JsonType) ?? "object"
  );
}

/** The types that the items have at each key: `owner`, `owner/name`. */
type SampleShape = ReadonlyMap<string, ReadonlySet<JsonType>>;

function shapeOf(items: StepResults["items"]): SampleShape {
  const shape = new Map<string, Set<JsonType>>();
  const note = (value: unknown, keys: readonly string[]) => {
    if (keys.length > 0) {
      const at = keys.join("/");
      shape.set(at, (shape.get(at) ?? new Set<JsonType>()).add(typeOf(value)));
    }
    if (typeOf(value) !== "object") return;
    for (const [name, inner] of Object.entries(value as object)) note(inner, [...keys, escaped(name)]);
  };
  for (const item of items) note(item, []);
  return shape;
}

function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

interface SampleMismatch {
  readonly keys: readonly string[];
  readonly message: string;
  readonly hint: string;
}

/** Keys that one side lacks, and types that differ. A null says nothing about a type. */
function differences(sample: object, found: SampleShape): SampleMismatch[] {
  const own = shapeOf([sample]);
  const missing = [...own].flatMap(([at, types]) => {
    const there = found.get(at);
    if (there) return wrongType(at, types, there);
    if (hasMissingParent(at, found)) return [];
    return [
      {
        keys: at.split("/"),
        message: `The sample has "${keyName(at)}", which no item of the recording has.`,
        hint: "Remove it from the sample, or record a run that returns it.",
      },
    ];
  });
  const extra = [...found.keys()]
    .filter((at) => !own.has(at) && !hasMissingParent(at, own))
    .map((at) => ({
      keys: [],
      message: `Items have "${keyName(at)}", which the sample does not have: the editor does not offer it to later steps.`,
      hint: "Add it to the sample.",
    }));
  return [...missing, ...extra];
}

function wrongType(
  at: string,
  [type]: ReadonlySet<JsonType>,
  there: ReadonlySet<JsonType>,
): SampleMismatch[] {
  const others = [...there].filter((it) => it !== "null");
  if (type === undefined || type === "null" || others.length === 0 || others.includes(type)) return [];
  return [
    {
      keys: at.split("/"),
      message: `"${keyName(at)}" of the sample is ${withArticle(type)}, and that of the items is ${others.map(withArticle).join(" or ")}.`,
      hint: "Give the sample a value of the type that items have.",
    },
  ];
}

function withArticle(type: JsonType): string {
  if (type === "null") return type;
  return type === "object" ? "an object" : `a ${type}`;
}

/** Tells whether the object that holds a key is missing, too, which is reported once. */
function hasMissingParent(at: string, shape: SampleShape): boolean {
  const parent = at.split("/").slice(0, -1).join("/");
  return parent !== "" && shape.get(parent)?.has("object") !== true;
}

/** `owner/name` -> `owner__name`, as users see it. */
function keyName(at: string): string {
  return at.replaceAll("/", "__").replaceAll("~1", "/").replaceAll("~0", "~");
}
