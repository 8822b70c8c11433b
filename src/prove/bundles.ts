import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc, { type Arbitrary } from "fast-check";
import { schemaName } from "../model/validate.ts";
import { packageRoot } from "../package-root.ts";
import type { Example, MadeAnswer } from "./subject.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A schema of schema/, as far as those of bundles go. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
}

/**
 * Makes bundles as the schema of a method's bundle allows them, and answers to its requests.
 *
 * @param type - of the bundle, as the table of methods has it: `PrePoll`
 */
export function examplesOf(type: string, words: Vocabulary): Arbitrary<Example> {
  const generator = new BundleGenerator(words);
  const schema = {
    $ref: type === "Hydrate" ? "values.schema.json" : `${schemaName(`${type}Bundle`)}.schema.json`,
  };
  const made = generator.of(schema) as Arbitrary<object>;
  const bundle = type === "PreWrite" ? (made as Arbitrary<GeneratedWrite>).map(withBody) : made;
  return fc.record({ bundle, answers: fc.array(generator.answer(), { maxLength: 3 }) });
}

interface GeneratedWrite {
  readonly request: object;
  readonly action_fields: object;
}

/** The data of an action are the JSON of its fields. Source: docs/platform.md, "Actions and searches". */
function withBody(bundle: GeneratedWrite): GeneratedWrite {
  return { ...bundle, request: { ...bundle.request, data: JSON.stringify(bundle.action_fields) } };
}

const MOST_DEPTH = 3;
/** The largest number of keys of an object at the top of a bundle or an answer. */
const MOST_KEYS = 30;

class BundleGenerator {
  readonly #words: Vocabulary;

  constructor(words: Vocabulary) {
    this.#words = words;
  }

  of(schema: Schema, name = ""): Arbitrary<unknown> {
    const known = this.#byName(name);
    if (known) return known;
    if (schema.$ref === "json.schema.json") return this.#json(MOST_DEPTH);
    if (schema.$ref === "values.schema.json") return this.#values(name);
    if (schema.$ref) return this.of(read(schema.$ref), name);
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if (schema.anyOf) return fc.oneof(...schema.anyOf.map((it) => this.of(it, name)));
    if (typeof schema.type === "object")
      return fc.oneof(...schema.type.map((type) => this.of({ ...schema, type }, name)));
    if (schema.type === "object") return this.#object(schema);
    if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((it) => this.of(it)));
    if (schema.type === "array") return fc.array(this.of(schema.items ?? {}), { maxLength: 3 });
    return this.#plain(schema.type, name);
  }

  /** JSON, and what an API answers instead of it. */
  answer(): Arbitrary<MadeAnswer> {
    return fc.record({
      status: this.#status(),
      headers: fc.constant({ "content-type": "application/json" }),
      content: this.#content(),
    });
  }

  #plain(type: string | undefined, name: string): Arbitrary<unknown> {
    if (type === "boolean") return fc.boolean();
    if (type === "null") return fc.constant(null);
    if (type === "number" || type === "integer") return fc.integer({ min: 0, max: 1000 });
    if (type === "string") return /url/.test(name) ? this.#url() : this.#text();
    return this.#json(1);
  }

  #byName(name: string): Arbitrary<unknown> | undefined {
    if (name === "status_code") return this.#status();
    if (name === "content") return this.#content();
    return undefined;
  }

  #object({ properties = {}, required = [], additionalProperties }: Schema): Arbitrary<unknown> {
    const model = Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, this.of(schema, name)]),
    );
    if (!additionalProperties) return fc.record(model, { requiredKeys: [...required] });
    return fc.dictionary(this.#key(), this.of(additionalProperties), { maxKeys: 3, noNullPrototype: true });
  }

  /** `trigger_fields`: of the fields that the step has, and of the names that the method reads. */
  #values(name: string): Arbitrary<object> {
    const keys = [...new Set([...(this.#words.fields[name] ?? []), ...this.#words.names])];
    return this.#record(keys, this.#json(1));
  }

  #record(keys: readonly string[], value: Arbitrary<unknown>): Arbitrary<object> {
    const model = Object.fromEntries(keys.slice(0, MOST_KEYS).map((key) => [key, this.#valueOf(key, value)]));
    return fc.record(model, { requiredKeys: [], noNullPrototype: true });
  }

  /** A value of a property: often one that the script compares it with. */
  #valueOf(key: string, value: Arbitrary<unknown>): Arbitrary<unknown> {
    const compared = this.#words.values[key] ?? [];
    return compared.length === 0 ? value : fc.oneof(fc.constantFrom(...compared), value);
  }

  #json(depth: number): Arbitrary<unknown> {
    const leaf = fc.oneof(
      { weight: 4, arbitrary: this.#text() },
      { weight: 2, arbitrary: fc.integer({ min: -5, max: 2000 }) },
      { weight: 1, arbitrary: fc.constantFrom(true, false, null, 0.5, "", "2026-01-02T03:04:05Z") },
    );
    if (depth === 0) return leaf;
    const inner = this.#json(depth - 1);
    return fc.oneof(
      { weight: 5, arbitrary: leaf },
      { weight: 2, arbitrary: fc.array(inner, { maxLength: 3 }) },
      { weight: 3, arbitrary: fc.dictionary(this.#key(), inner, { maxKeys: 6, noNullPrototype: true }) },
    );
  }

  #content(): Arbitrary<string> {
    const item = this.#record(this.#words.names, this.#json(2));
    const items = fc.array(item, { minLength: 1, maxLength: 3 });
    const recorded = this.#words.contents;
    return fc.oneof(
      { weight: 4, arbitrary: items.map((it) => JSON.stringify(it)) },
      { weight: 3, arbitrary: item.map((it) => JSON.stringify(it)) },
      {
        weight: 3,
        arbitrary: fc.tuple(this.#key(), items).map(([key, it]) => JSON.stringify({ [key]: it })),
      },
      { weight: 1, arbitrary: this.#json(1).map((it) => JSON.stringify(it)) },
      { weight: 1, arbitrary: fc.constantFrom("", "<html>not JSON</html>", "[]", "{}") },
      ...(recorded.length > 0 ? [{ weight: 6, arbitrary: fc.constantFrom(...recorded) }] : []),
    );
  }

  /** Often one that the script looks for. */
  #status(): Arbitrary<number> {
    const compared = (this.#words.values.status_code ?? []).map(Number).filter((it) => it >= 200 && it < 600);
    return fc.oneof(
      { withCrossShrink: true },
      { weight: 6, arbitrary: fc.constant(200) },
      { weight: 2, arbitrary: fc.constantFrom(201, 204, 400, 401, 404, 422, 429, 500) },
      ...(compared.length > 0 ? [{ weight: 3, arbitrary: fc.constantFrom(...compared) }] : []),
    );
  }

  #url(): Arbitrary<string> {
    const path = fc.constantFrom("", "/", "?page=2", "/{{queue}}", "/a b");
    return fc.tuple(fc.constantFrom(...this.#words.urls), path).map(([url, end]) => `${url}${end}`);
  }

  #key(): Arbitrary<string> {
    return fc.constantFrom(...this.#words.names);
  }

  #text(): Arbitrary<string> {
    return fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...this.#words.texts) },
      { weight: 2, arbitrary: fc.string({ maxLength: 12 }) },
      { weight: 1, arbitrary: fc.constantFrom("12", " x ", "a,b", "2026-01-02", "ü", "user@example.com") },
    );
  }
}

const schemas = new Map<string, Schema>();

function read(file: string): Schema {
  const known = schemas.get(file) ?? JSON.parse(readFileSync(join(packageRoot, "schema", file), "utf8"));
  schemas.set(file, known);
  return known;
}
