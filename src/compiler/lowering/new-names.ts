import { type Binding, type Bindings, type Block, isCaptured } from "./bindings.ts";

/**
 * Finds other names for what belongs to a block and would meet another of its name in the `var`s of its function:
 *
 *   let x = 1; { let x = 2; f(x); }   -> var x = 1; { var x_1 = 2; f(x_1); }
 */
export function newNames(bindings: Bindings, unique: (name: string) => string): Map<Binding, string> {
  const found = new Map<Binding, string>();
  const free = freeNames(bindings);
  const hoisted = new Map<Block, Map<string, Binding[]>>();
  for (const binding of bindings.all) {
    const { name, block } = binding;
    if (block === block.whole || !isOfBlock(binding)) continue;
    const byName = hoisted.get(block.whole) ?? new Map<string, Binding[]>();
    hoisted.set(block.whole, byName);
    const others = byName.get(name) ?? [];
    const meets =
      block.whole.names.has(name) ||
      free.get(block.whole)?.has(name) ||
      isInsideOf(name, block) ||
      others.some((other) => isKept(other) || isKept(binding));
    if (meets) found.set(binding, unique(name));
    else byName.set(name, [...others, binding]);
  }
  return found;
}

function isOfBlock({ kind }: Binding): boolean {
  return kind !== "var" && kind !== "self" && kind !== "member" && kind !== "parameter";
}

/** Whether a function keeps a variable. One of a loop is a variable of the function that the loop's body becomes. */
function isKept(binding: Binding): boolean {
  return !binding.block.loop && isCaptured(binding);
}

/** Whether a block around has the name, too. */
function isInsideOf(name: string, { parent, whole }: Block): boolean {
  for (let it = parent; it && it !== whole; it = it.parent) if (it.names.has(name)) return true;
  return false;
}

/** The names in each function, and in the file, that stand for what is declared outside of it. */
function freeNames({ all, unknown }: Bindings): Map<Block, Set<string>> {
  const free = new Map<Block, Set<string>>();
  const note = (name: string, from: Block, to: Block | undefined) => {
    for (let it: Block | undefined = from.whole; it && it !== to; it = it.parent?.whole) {
      const names = free.get(it) ?? new Set();
      free.set(it, names.add(name));
    }
  };
  for (const { name, block, references } of all) {
    for (const it of references) if (it.block.whole !== block.whole) note(name, it.block, block.whole);
  }
  for (const { node, block } of unknown) note(node.name, block, undefined);
  return free;
}
