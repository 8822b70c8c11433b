import { createRequire } from "node:module";
import { nameOfModule } from "../../model/required-modules.ts";
import { inContext } from "./realm.ts";
import type { RealmParts } from "./realm-parts.ts";

/** A member of a module that is not simulated. */
type ModuleMember = readonly [name: string, kind: "function" | "object"];

/**
 * A module of Node.js that the platform gives and the simulator does not have: packages require some that they never use. Its
 * functions can be passed on and extended; the run fails when one is called.
 */
export function unsimulatedModule(name: string, { context, membrane, host }: RealmParts): object {
  const shown = nameOfModule(name);
  const module = createRequire("/")(shown) as object;
  const refuse = membrane.toScript((member: string): never => {
    throw host.notSimulated(`${member} of require(${JSON.stringify(shown)})`);
  });
  const members = membersOf(module);
  return inContext(context, makeModule)(typeof module === "function", {
    members: membrane.toScript(members) as never,
    refuse: refuse as never,
    unavailable: inContext(context, makeUnavailable),
  });
}

/** A package that the platform has and the simulator does not: it can be required, and any use of it fails the run. */
export function unsimulatedPackage(name: string, { context, membrane, host }: RealmParts): unknown {
  const refuse = membrane.toScript((): never => {
    throw host.notSimulated(`require(${JSON.stringify(name)})`);
  });
  return inContext(context, makeUnavailable)(refuse);
}

function membersOf(module: object): ModuleMember[] {
  const own = Object.entries(Object.getOwnPropertyDescriptors(module));
  return own.map(([name, { value }]) => [name, typeof value === "function" ? "function" : "object"]);
}

interface ModuleParts {
  readonly members: readonly ModuleMember[];
  readonly refuse: (member: string) => never;
  readonly unavailable: typeof makeUnavailable;
}

/** Made inside the context: see `inContext`. */
function makeModule(isFunction: boolean, { members, refuse, unavailable }: ModuleParts): object {
  // A function with a prototype: classes extend it.
  const refused = (name: string) =>
    function member() {
      return refuse(name);
    };
  const module: { [name: string]: unknown } = isFunction ? (refused("module") as never) : {};
  for (const [name, kind] of members) {
    if (isFunction && ["length", "name", "prototype"].includes(name)) continue;
    module[name] = kind === "function" ? refused(name) : unavailable(() => refuse(name));
  }
  return module;
}

/** A value of which any use calls `fail`. Made inside the context: see `inContext`. */
export function makeUnavailable(fail: () => unknown): unknown {
  // A function that `new` can be used on: `construct` is asked for no other.
  function target() {}
  const traps = "get set has deleteProperty ownKeys getOwnPropertyDescriptor defineProperty apply construct";
  return new Proxy(target, Object.fromEntries(traps.split(" ").map((trap) => [trap, () => fail()])));
}
