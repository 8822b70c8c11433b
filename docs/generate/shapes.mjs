// Types, as their JSON Schemas in schema/ describe them.
import { code, oneLine, table } from "./markdown.mjs";

/** A link to where a type is described. */
export function link(type) {
  return `[${code(type)}](#${type.toLowerCase()})`;
}

/** The meaning of a type, in a sentence. */
export function meaning(type, schemas) {
  return schemaOf(type, schemas).description;
}

/** The table of a method's bundle. */
export function properties({ kind, bundle }, schemas) {
  if (kind === "hydrator") return propertyTable(hydrated(schemas), (name) => typedValue(kind, name));
  return propertyTable(inOrder(schemaOf(`${bundle}Bundle`, schemas)), (name) => typedValue(kind, name));
}

/** The members that the caller of `z.dehydrate` gave, and those that every bundle has. */
function hydrated(schemas) {
  const { auth_fields, zap } = schemaOf("PreSearchBundle", schemas).properties;
  const given = { description: "Every property of the bundle that `z.dehydrate` was given." };
  return { properties: { "…": given, auth_fields, zap }, required: ["…", "auth_fields", "zap"] };
}

/** First the request and its answer, last what every bundle has. */
function inOrder(schema) {
  const first = ["request", "response"];
  const last = ["auth_fields", "meta", "zap"];
  const rank = (name) => (first.includes(name) ? first.indexOf(name) - first.length : last.indexOf(name) + 1);
  const entries = Object.entries(schema.properties);
  entries.sort(([a], [b]) => rank(a) - rank(b));
  return { ...schema, properties: Object.fromEntries(entries) };
}

const byDeclaration = "[as declared](#values-of-fields)";

/** The properties that the types of `zapc` know more of than the schemas, which serve every integration. */
function typedValue(kind, name) {
  const isOfAnyTrigger = kind === "hook" && name === "trigger_fields";
  const isTyped = /_fields(_full|_raw)?$|^read_context$|^subscribe_data$/.test(name);
  return isTyped && !isOfAnyTrigger ? byDeclaration : undefined;
}

function propertyTable({ properties: all, required = [] }, typed) {
  const rows = Object.entries(all).map(([name, schema]) => {
    const type = typed(name) ?? typeOf(schema);
    const optional = required.includes(name) ? "" : ", _optional_";
    return [code(name), `${type}${optional}`, oneLine(schema.description)];
  });
  return table(["property", "type", "meaning"], rows);
}

/** The sections of all types that the methods' bundles and results name, in the order of the alphabet. */
export function shapes(methods, schemas) {
  const found = new Set();
  const add = (type) => {
    if (found.has(type)) return;
    found.add(type);
    for (const reference of references(schemaOf(type, schemas))) add(reference);
  };
  for (const { kind, bundle, result } of methods) {
    if (kind !== "hydrator") for (const type of references(schemaOf(`${bundle}Bundle`, schemas))) add(type);
    add(result);
  }
  return [...found].sort().flatMap((type) => {
    const schema = schemaOf(type, schemas);
    return [`### ${code(type)}`, schema.description, shape(schema)];
  });
}

function shape(schema) {
  if (schema.properties && Object.keys(schema.properties).length > 0) {
    const others = schema.additionalProperties === false ? "" : "\n\nIt may have other properties.";
    return `${propertyTable(schema, () => undefined)}${others}`;
  }
  return `Type: ${typeOf(schema)}.`;
}

/** The types that a schema refers to, wherever in it. */
function references(value) {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "$ref" ? [inner] : references(inner)));
}

function schemaOf(type, schemas) {
  const schema = schemas.get(type);
  if (!schema) throw new Error(`Failed to write the reference: there is no schema of ${type} in schema/.`);
  return schema;
}

/** A schema as a type: `string`, a link to a type, `text or null`. */
export function typeOf(schema) {
  const alternatives =
    schema.anyOf ?? (Array.isArray(schema.type) ? schema.type.map((type) => ({ type })) : undefined);
  if (alternatives) return either(alternatives.map(typeOf));
  if (schema.$ref) return link(schema.$ref);
  if (schema.enum) return either(schema.enum.map((value) => code(JSON.stringify(value))));
  if ("const" in schema) return code(JSON.stringify(schema.const));
  if (schema.prefixItems) return `a list: ${schema.prefixItems.map(entry).join(", ")}`;
  if (schema.type === "array") return `a list of ${typeOf(schema.items)}`;
  if (schema.type === "object") {
    const inner = schema.additionalProperties;
    return typeof inner === "object" && Object.keys(inner).length > 0
      ? `an object of ${typeOf(inner)}`
      : "any object";
  }
  return schema.type ? code(schema.type) : "any value";
}

function entry(schema) {
  return schema.title ? `${schema.title} (${typeOf(schema)})` : typeOf(schema);
}

/** `["a", "b", "c"]` -> `a, b or c` */
function either(texts) {
  return [texts.slice(0, -1).join(", "), ...texts.slice(-1)].filter((text) => text !== "").join(" or ");
}
