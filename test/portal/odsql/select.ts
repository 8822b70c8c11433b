import { OdsqlError } from "../errors.ts";
import { type Row, type Table, unknownField, type Values } from "../table.ts";
import { TokenStream } from "./token-stream.ts";

/** Adds keys to what a row answers, or takes keys away. */
type Step = (answer: Map<string, unknown>, shown: Values) => void;

/**
 * A select clause as a function from a row to its answer. Read: `*`, field, field AS label, include(name*) and
 * exclude(name*); arithmetic, functions and aggregations are errors.
 */
export function compileSelect(text: string | undefined, table: Table): (row: Row) => Values {
  const steps = text === undefined ? [pickAll(table.default_keys)] : readSteps(text, table);
  return ({ shown }) => {
    const answer = new Map<string, unknown>();
    for (const step of steps) step(answer, shown);
    return Object.fromEntries(answer);
  };
}

// Source: explore-v2.1, "include() and exclude()". Assumed: exclude(a) alone takes away from all fields, and exclusions come last.
function readSteps(text: string, table: Table): Step[] {
  const tokens = new TokenStream(text);
  const read = [readStep(tokens, table)];
  while (tokens.acceptSymbol(",")) read.push(readStep(tokens, table));
  tokens.expectEnd();
  const adding = read.filter(({ takes_away }) => !takes_away);
  const taking = read.filter(({ takes_away }) => takes_away);
  const added = adding.length === 0 ? [pickAll(table.default_keys)] : adding.map(({ run }) => run);
  return [...added, ...taking.map(({ run }) => run)];
}

interface ReadStep {
  run: Step;
  takes_away: boolean;
}

function readStep(tokens: TokenStream, table: Table): ReadStep {
  if (tokens.acceptSymbol("*")) return { run: pickAll(table.default_keys), takes_away: false };
  if (tokens.peek().kind === "name" && tokens.isSymbol("(", 1)) return readInclude(tokens, table);
  const name = tokens.expectFieldName();
  if (!selectableKeys(table).includes(name)) throw unknownField(name);
  const label = tokens.acceptKeyword("as") ? tokens.expectFieldName() : name;
  return { run: (answer, shown) => answer.set(label, shown[name] ?? null), takes_away: false };
}

function readInclude(tokens: TokenStream, table: Table): ReadStep {
  const called = tokens.next().text.toLowerCase();
  if (called !== "include" && called !== "exclude") throw new OdsqlError(`${called}() is not evaluated`);
  tokens.expectSymbol("(");
  const name = tokens.expectFieldName();
  const matches = tokens.acceptSymbol("*")
    ? (key: string) => key.startsWith(name)
    : (key: string) => key === name;
  tokens.expectSymbol(")");
  const keys = selectableKeys(table).filter(matches);
  if (keys.length === 0) throw unknownField(name);
  if (called === "include") return { run: pickAll(keys), takes_away: false };
  return { run: dropAll(keys), takes_away: true };
}

const pickAll =
  (keys: string[]): Step =>
  (answer, shown) => {
    for (const key of keys) answer.set(key, shown[key] ?? null);
  };

const dropAll =
  (keys: string[]): Step =>
  (answer) => {
    for (const key of keys) answer.delete(key);
  };

function selectableKeys({ columns, default_keys, extra_keys }: Table): string[] {
  return [...new Set([...default_keys, ...columns.map(({ name }) => name), ...extra_keys])];
}
