import { type AnyNode, type Expression, parse } from "acorn";
import type { TokenProof } from "../../index.ts";
import { isExportOfZap, membersOf } from "../cut/members.ts";
import type { ParsedScript, Range } from "../cut/script.ts";
import type { AdoptedFile } from "../write/files.ts";
import { withoutTypes } from "./without-types.ts";

/** The parts of a script that adoption has made something of. */
interface Taken {
  readonly original: ParsedScript;
  /** The script once what a module cannot hold is rewritten. */
  readonly repaired: ParsedScript;
  readonly files: readonly AdoptedFile[];
  /** True if it is kept whole in one file. */
  readonly isWhole: boolean;
  /** The number of rewrites that were reported. */
  readonly rewrites: number;
}

/** A part of a program that stays in one piece. */
interface TokenizedPart {
  /** The text of each token, with a separator around each. */
  readonly tokens: string;
  readonly text: string;
}

/**
 * The first rung: each function, value and statement of the script stands in one of the files, token by token, and the files hold nothing
 * else but imports, exports and metadata. The script must be as it was if no rewrite was reported.
 */
export function tokenProof({ original, repaired, files, isWhole, rewrites }: Taken): TokenProof {
  const modules = files.filter(isOfScript).map(({ path, text }) => ({
    path,
    ...read(path.endsWith(".ts") ? withoutTypes(path, text) : text),
  }));
  const script = read(repaired.text);
  const isKept = ({ tokens }: TokenizedPart) => modules.some((it) => it.tokens.includes(tokens));
  const all: TokenizedPart = { tokens: script.tokens, text: repaired.text };
  const pieces = isWhole ? [all] : piecesOf(repaired, script);
  const lost = pieces.filter((it) => !isKept(it) && !isKeptAsLines(it.text, files));
  const added = isWhole
    ? []
    : modules.flatMap(addedPieces).filter(({ tokens }) => !script.tokens.includes(tokens));
  const isChanged = rewrites === 0 && read(original.text).tokens !== script.tokens;
  return {
    ok: lost.length === 0 && added.length === 0 && !isChanged,
    tokens: script.places.length,
    rewrites,
    lost: [...lost.map(shown), ...(isChanged ? ["a rewrite that is not reported"] : [])],
    added: added.map(shown),
  };
}

/** The other files are made of the metadata alone. */
function isOfScript({ path }: AdoptedFile): boolean {
  return /\.[jt]s$/.test(path) && !path.endsWith(".d.ts") && path !== "app.ts";
}

interface Read {
  readonly text: string;
  readonly body: readonly AnyNode[];
  readonly places: readonly Range[];
  readonly tokens: string;
}

function read(text: string): Read {
  const places: Range[] = [];
  const options = { ecmaVersion: "latest", allowHashBang: true, allowReturnOutsideFunction: true } as const;
  const onToken = ({ start, end }: Range) => {
    if (start < end) places.push({ start, end });
  };
  const parsed = (sourceType: "module" | "script") => parse(text, { ...options, sourceType, onToken });
  const isModule = /^(?:import|export)\b/m.test(text);
  const { body } = parsed(isModule ? "module" : "script");
  return { text, body, places, tokens: tokensIn(places, text) };
}

function tokensIn(places: readonly Range[], text: string): string {
  return `\0${places.map(({ start, end }) => text.slice(start, end)).join("\0")}\0`;
}

function pieceOf({ start, end }: Range, { text, places }: Read): TokenizedPart {
  const within = places.filter((it) => start <= it.start && it.end <= end);
  const last = within.at(-1);
  // A statement may end with its line.
  const isEnded = last && text.slice(last.start, last.end) === ";";
  return { tokens: tokensIn(isEnded ? within.slice(0, -1) : within, text), text: text.slice(start, end) };
}

/** The members of `Zap`, and the statements beside it. */
function piecesOf(script: ParsedScript, parts: Read): TokenizedPart[] {
  const found = membersOf(script);
  if ("because" in found) return [];
  const values = found.members.flatMap(({ value }) => rangeOfValue(value, parts));
  const statements = found.parts.flatMap(({ kind, statement }) =>
    kind === "shared" && statement && !isExportOfZap(statement, script) ? statement : [],
  );
  return [...values, ...statements].map((range) => pieceOf(range, parts));
}

/** The functions, values and statements of a file, without its metadata. */
function addedPieces({ path, ...parts }: Read & { readonly path: string }): TokenizedPart[] {
  const isStep = path.includes("/");
  const own = (node: AnyNode): Range[] => {
    if (node.type === "ExportNamedDeclaration") return node.declaration ? own(node.declaration) : [];
    if (node.type === "ImportDeclaration") return [];
    if (node.type === "FunctionDeclaration") return rangeOfValue(node, parts);
    if (node.type !== "VariableDeclaration") return [node];
    // Adoption writes a script's variables as it has them, and no step of a script is a constant.
    if (isStep && node.kind === "const") return [];
    return node.declarations.flatMap(({ init }) => (init ? rangeOfValue(init, parts) : []));
  };
  return parts.body.flatMap(own).map((range) => pieceOf(range, parts));
}

/** The range of a function, from its parameters on: it may be declared in another way. An alias is no text of its own. */
function rangeOfValue(value: Expression | AnyNode, { places, text }: Read): Range[] {
  if (value.type === "Identifier") return [];
  if (value.type !== "FunctionExpression" && value.type !== "FunctionDeclaration") return [value];
  const head = places.find(({ start, end }) => value.start <= start && text.slice(start, end) === "(");
  return [{ start: head?.start ?? value.start, end: value.end }];
}

/** A script that no module can hold stands in one as a list of its lines. */
function isKeptAsLines(text: string, files: readonly AdoptedFile[]): boolean {
  const lines = text.trimEnd().split("\n");
  const list = lines.map((line) => `  ${JSON.stringify(line)}`).join(",\n");
  return files.some((file) => file.text.includes(list));
}

const MOST_SHOWN = 80;

function shown({ text }: TokenizedPart): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line;
}
