import type { AnyNode } from "acorn";
import { declarationsIn } from "./declarations.ts";
import { type NamedMethod, namedMethod } from "./method-names.ts";
import { isFunction } from "./nodes.ts";
import { parseScript, type ScriptPlace } from "./parse-script.ts";
import { type MethodReading, readMethod } from "./read-method.ts";

/** A method that the platform can call, as a script's text has it. */
export interface ScriptMethod extends NamedMethod, MethodReading {
  /** In `Zap`: `new_ticket_pre_poll`. */
  readonly name: string;
  readonly place: ScriptPlace;
}

/** Something else on `Zap`: a helper, data, or a method that `z.dehydrate` names. */
export interface OtherMember {
  readonly name: string;
  readonly place: ScriptPlace;
  readonly isFunction: boolean;
}

/** The facts about the integration in the text of a script. */
export interface ScriptReading {
  /** In the order of the text. */
  readonly methods: readonly ScriptMethod[];
  readonly others: readonly OtherMember[];
  /** The methods that a pointer of `z.dehydrate` names. */
  readonly hydrators: readonly string[];
}

/**
 * Reads the names, the fields and the addresses out of a script, without running it.
 *
 * @throws {ScriptSyntaxError} where it is not JavaScript.
 */
export function readScript(source: string): ScriptReading {
  const program = parseScript(source);
  const declarations = declarationsIn(program);
  const methods: ScriptMethod[] = [];
  const others: OtherMember[] = [];
  const members = [...declarations.members.values()].sort((one, other) => one.node.start - other.node.start);
  for (const { name, node, value } of members) {
    const named = namedMethod(name);
    const place = placeOf(node);
    if (named && isFunction(value))
      methods.push({ name, place, ...named, ...readMethod(value, declarations) });
    else others.push({ name, place, isFunction: isFunction(value) });
  }
  const names = new Set(others.filter((other) => other.isFunction).map(({ name }) => name));
  return { methods, others, hydrators: dehydrated(source).filter((name) => names.has(name)) };
}

/** The names in `z.dehydrate("get_file", …)`. */
function dehydrated(source: string): string[] {
  const found = source.matchAll(/\.dehydrate\(\s*(["'])(\w+)\1/g);
  return [...new Set([...found].map(([, , name = ""]) => name))].sort();
}

function placeOf({ loc }: AnyNode): ScriptPlace {
  const { line = 1, column = 0 } = loc?.start ?? {};
  return { line, column: column + 1 };
}

/** A reading with methods of which only the names are known, because the script makes them while it runs. */
export function withMethods(reading: ScriptReading, names: readonly string[]): ScriptReading {
  const known = new Set(reading.methods.map(({ name }) => name));
  const unread = { fields: [], addresses: [], credentials: [], returns: [], place: { line: 1, column: 1 } };
  const made = names.flatMap((name) => {
    const named = known.has(name) ? undefined : namedMethod(name);
    return named ? [{ name, ...unread, ...named }] : [];
  });
  return { ...reading, methods: [...reading.methods, ...made] };
}
