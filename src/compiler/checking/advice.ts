import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { type Method, methods } from "../../model/methods.ts";
import { packageRoot } from "../../package-root.ts";
import type { Discovered } from "../../source/discover.ts";
import type { Declaration, ExportedMethod } from "../../source/discovering/declaration.ts";
import { exportedFunction } from "../../source/discovering/exported.ts";
import { offsetAt, type Source } from "../../source/source.ts";

/** A finding of the type-check, and what the platform has to do with it. */
interface Advice {
  /** The pattern of `CODE message`. */
  readonly says: RegExp;
  /** The pattern of the text before the place, on its line. */
  readonly after?: RegExp;
  /** The pattern of the whole line. */
  readonly line?: RegExp;
  /** `$1` stands for the first group of `says`, `$2` for the second. */
  readonly hint: string;
}

const advice: readonly Advice[] = [
  {
    says: /^TS1484/,
    hint: "Write `import type { … }`: nothing of it exists at run time.",
  },
  {
    says: /^TS2314 Generic type '(Pre|Post|Poll|Catch|Write|Full|Read|Custom)/,
    hint: "Say of which: `PostPoll<typeof trigger>`, with the metadata of the file.",
  },
  {
    says: /^TS2322 Type 'unknown' is not assignable to type '(Results|HookResults|SearchResults|WriteResult|Resource|CustomFields|TokenResult)'/,
    hint: "Say what the text holds: `z.JSON.parse<Ticket[]>(…)`.",
  },
  {
    says: /^TS2339 Property '(body|json|data|text)' does not exist on type 'Response'/,
    hint: "The answer is text: `z.JSON.parse<…>(bundle.response.content)`.",
  },
  {
    says: /^TS2345/,
    after: /\brequire\($/,
    hint: "Of Node.js the platform gives these. Anything else is imported, and becomes part of zap.js: `npm install` it.",
  },
  {
    says: /^TS2345 Argument of type '"\w+"' is not assignable to parameter of type '"\w+"/,
    after: /\bz\.dehydrate\(\s*$/,
    hint: "The platform would find no such method: name one that hydrators.ts exports.",
  },
  {
    says: /^TS(18048|2532) .*_fields\./,
    hint: "A field that the user leaves empty is not there: give a value for it with `?? …`, or make the field `required: true`.",
  },
  {
    says: /^TS(18047|2531) .*\.data'/,
    hint: "The platform has prepared a GET: it has no body.",
  },
  {
    says: /^TS(18046|2571) .*(cleaned_request|Object is of type 'unknown')|^TS2339 .*(Json\[\] \||type 'Json')/,
    hint: "It can be any JSON. Say what it holds: `as { ticket: Ticket }`.",
  },
  {
    says: /^TS2355|Type 'void' is not assignable/,
    hint: "Return the result: the platform fails when a method returns nothing.",
  },
  {
    says: /^TS(2322 Type|2345 Argument of type) 'unknown' is not assignable/,
    line: /JSON\.parse\(/,
    hint: "Say what the text holds: `z.JSON.parse<Ticket[]>(…)`.",
  },
  {
    says: /^TS(2322 Type|2345 Argument of type) 'string( \| null)?' is not assignable to .*type '(?!string)/,
    line: /\.content\b/,
    hint: "`content` is text: take it apart with `z.JSON.parse<…>(…)`.",
  },
  {
    says: /^TS2345 [\s\S]*`data`: Type '\{/,
    after: /\bz\.request\($/,
    hint: "The body is text: `data: z.JSON.stringify(…)`. With `json: true` any value is sent as JSON.",
  },
  {
    says: /^TS2741 Property 'id' is missing .* required in type 'Item'/,
    hint: "The platform tells items apart by their `id`: one without is lost, or triggers again and again.",
  },
  {
    says: /^TS2322 Type 'Json' is not assignable to type 'string'/,
    hint: "It can be any JSON: `String(…)` makes text of it.",
  },
  {
    says: /^TS2339 .* on type 'string'/,
    after: /request\.data\.$/,
    hint: "`data` is JSON text: take it apart with `z.JSON.parse<…>(…)`, and return `z.JSON.stringify(…)` of it.",
  },
  {
    says: /^TS2339 Property '\w+__\w+'/,
    hint: "The platform sends `a__b` as `{ a: { b } }`: read `a.b`, or `bundle.action_fields_full` for the flat keys.",
  },
  {
    says: /^TS2339/,
    line: /\baction_fields\b/,
    hint: "`action_fields` has what is sent in JSON, as it is sent: all fields are in `bundle.action_fields_full`.",
  },
  {
    says: /^TS(2461|2488|2495) Type '.*(null|undefined)'/,
    hint: "It may be missing: write `?? []` behind it.",
  },
  {
    says: /^TS(2461|2488|2495) Type '\{/,
    hint: "Take the list of its keys, `Object.keys(…)`.",
  },
  {
    says: /^TS(2461|2495) Type 'IArguments'/,
    hint: "Name the parameters, `(...values)`: on ES5 only arrays are taken apart.",
  },
  {
    says: /^TS2461 Type '(string|"\S*")'/,
    hint: 'Make an array of it, `text.split("")`: on ES5 only arrays are taken apart.',
  },
  {
    says: /^TS2304 Cannot find name 'Zap'/,
    hint: "Call the function itself: methods and what they share reach each other by `import`, and `Zap` is made of them.",
  },
  {
    says: /^TS2683/,
    hint: "Call the function itself: methods and what they share reach each other by `import`, not by `this`.",
  },
  {
    says: /^TS7016 .* module '[./](?:.*\/)?(.*)\.([cm]?)jsx?'/,
    hint: "Write its types into a file $1.d.$2ts beside it, or rename it to $1.ts.",
  },
  {
    says: /^TS7016 .* module '(.*?)'/,
    hint: 'Write its types into a .d.ts file beside app.ts, `declare module "$1";` say, or install a package that has them.',
  },
  {
    says: /^TS2307 Cannot find module '[^./]/,
    hint: "Install it with npm: it becomes part of zap.js, if it is made of ES5 or what can be lowered to it.",
  },
  {
    says: /^TS2307/,
    hint: "Write the path as seen from this file, with its ending: `./name.ts`.",
  },
];

/** Adds to what the type-check found what to write instead, where it has to do with the platform. */
export function withAdvice({ declarations, others }: Discovered, finding: Diagnostic): Diagnostic {
  const declaration = declarations.find(({ source }) => source.file === finding.file);
  const source = declaration?.source ?? others.find(({ file }) => file === finding.file);
  if (!source || finding.hint) return finding;
  const hint =
    (declaration && adviceOnMethod(declaration, finding)) ??
    adviceOnBundle(finding) ??
    adviceOnAuthFields(finding, [...declarations.map(({ source }) => source), ...others]) ??
    adviceOnText(source, finding);
  return hint ? { ...finding, hint } : finding;
}

/** The advice for a line, by its text. */
export function adviceOnText(
  { text }: Source,
  { code, message, line = 1, column = 1 }: Diagnostic,
): string | undefined {
  const whole = text.split("\n")[line - 1] ?? "";
  const before = whole.slice(0, column - 1);
  const finding = `${code} ${message}`;
  const found = advice.find(
    (it) => it.says.test(finding) && (it.after?.test(before) ?? true) && (it.line?.test(whole) ?? true),
  );
  const groups = found?.says.exec(finding) ?? [];
  return found?.hint.replace(/\$(\d)/g, (_, group) => groups[group] ?? "");
}

// Parameter 'bundle' implicitly has an 'any' type. Binding element 'response' implicitly has an 'any' type.
const implicitAny = ["TS7006", "TS7031"];

function adviceOnMethod({ source, methods: exported }: Declaration, finding: Diagnostic): string | undefined {
  const offset = offsetAt(source.text, finding);
  for (const it of exported) {
    const written = exportedFunction(source, it.local);
    if (!written || offset < written.start || offset >= written.end) continue;
    const bundle = written.params[0];
    const isBundle = bundle && bundle.start <= offset && offset < bundle.end;
    if (isBundle && implicitAny.includes(finding.code)) return `Its type is \`${bundleOf(it)}\`, of "zapc".`;
    return pitfallOf(it.method, finding.message);
  }
  return undefined;
}

/** The pitfall of a method, where a message is about it: both have a name in common. */
export function pitfallOf({ pitfall }: Method, message: string): string | undefined {
  const names = [...(pitfall ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name);
  return names.some((name) => new RegExp(`\\b${name}\\b`).test(message)) ? pitfall : undefined;
}

/** The type of a method's bundle, as it is written in its file. */
export function bundleOf({ method: { kind, bundle } }: ExportedMethod): string {
  return kind === "hook" || kind === "auth" || kind === "hydrator" ? bundle : `${bundle}<typeof ${kind}>`;
}

/** The auth fields are those of the app, once it is registered. */
function adviceOnAuthFields(finding: Diagnostic, sources: readonly Source[]): string | undefined {
  const source = sources.find(({ file }) => file === finding.file);
  if (!source || !isOfUnknownAuthField(finding, source)) return undefined;
  const isRegistered = sources.some(({ text }) => /\binterface Register\b[^}]*\bapp\s*:/.test(text));
  return isRegistered
    ? "Declare it among the `fields` of `auth` in app.ts."
    : 'Register the app: `declare module "zapc" { interface Register { app: typeof app } }` in app.ts.';
}

/** Tells whether a finding says that there are no auth fields at all. */
export function isOfUnknownAuthField({ code, message, line = 1 }: Diagnostic, { text }: Source): boolean {
  const isUnknown = code === "TS2339" && /^Property '\w+' does not exist on type '\{\}'/.test(message);
  return isUnknown && /\bauth_fields\b/.test(text.split("\n")[line - 1] ?? "");
}

// More are told by their phase, if they have it in common.
const MOST_NAMES = 4;

const missingOfBundle = /^Property '(\w+)' does not exist on type '(\w+)(?:<typeof \w+>)?'\.$/;

/** The other bundles that have the missing member. */
function adviceOnBundle({ message }: Diagnostic): string | undefined {
  const [, property = "", bundle] = missingOfBundle.exec(message) ?? [];
  if (!methods.some((method) => method.bundle === bundle)) return undefined;
  const having = methods.filter((method) => bundleProperties(method).includes(property));
  if (having.length === 0) return undefined;
  const phases = new Set(having.map(({ phase }) => phase));
  const names = having.map(({ name }) => `\`${name}\``);
  const whose =
    names.length > MOST_NAMES && phases.size === 1 ? `the \`${[...phases]}_\` methods` : listed(names);
  return `\`${property}\` is in the bundle of ${whose}.`;
}

/** `["a", "b", "c"]` -> `a, b and c` */
function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((part) => part !== "").join(" and ");
}

/** The properties of a method's bundle, by its schema. */
function bundleProperties({ bundle }: Method): string[] {
  return bundleSchemas().get(`${bundle}Bundle`) ?? [];
}

let properties: Map<string, string[]> | undefined;

function bundleSchemas(): Map<string, string[]> {
  if (properties) return properties;
  const folder = join(packageRoot, "schema");
  const schemas = readdirSync(folder)
    .filter((file) => file.endsWith("-bundle.schema.json"))
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")));
  properties = new Map(schemas.map((schema) => [schema.title, Object.keys(schema.properties)]));
  return properties;
}
