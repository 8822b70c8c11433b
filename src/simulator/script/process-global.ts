import type { Context } from "node:vm";
import type { ScriptHost } from "./host.ts";
import type { Membrane } from "./membrane/membrane.ts";
import { inContext } from "./realm.ts";

interface HostProcess {
  readonly version: string;
  readonly versions: object;
  hrtime(before?: [number, number]): [number, number];
  uptime(): number;
  /** Tells whether Node.js has it. */
  has(name: string): boolean;
  refuse(what: string): never;
}

/** The properties that libraries look for, and can do without. */
const without = ["binding", "release", "domain", "toJSON"];

/** `process` on the converted runtime, as far as a script needs it: an environment without variables, and the time. */
export function makeProcess(context: Context, membrane: Membrane, host: ScriptHost): object {
  const { version, versions } = process;
  const seconds = () => (host.clock ? host.clock.now : performance.now()) / 1000;
  return inContext(
    context,
    makeInRealm,
  )({
    version,
    versions: membrane.toScript({ ...versions }),
    uptime: membrane.toScript(seconds),
    hrtime: membrane.toScript((before: [number, number] = [0, 0]) => {
      const nanoseconds = Math.round(seconds() * 1e9) - before[0] * 1e9 - before[1];
      return [Math.floor(nanoseconds / 1e9), nanoseconds % 1e9];
    }),
    has: membrane.toScript((name: string) => name in process && !without.includes(name)),
    refuse: membrane.toScript((what: string): never => {
      throw host.notSimulated(what);
    }),
  });
}

/** Made inside the context: see `inContext`. */
function makeInRealm({ has, refuse, ...outside }: HostProcess): object {
  const { apply } = Reflect;
  const { then } = Promise.prototype;
  const done = Promise.resolve();
  const own = {
    ...outside,
    env: {},
    argv: ["node"],
    // Assumed: the platform's machine is this one.
    platform: "linux",
    arch: "x64",
    cwd: () => "/var/task",
    // Libraries ask whether it shows colours.
    stdout: { isTTY: false, write: () => refuse("process.stdout.write") },
    nextTick(work: (...values: unknown[]) => void, ...values: unknown[]): void {
      apply(then, done, [() => work(...values)]);
    },
    emitWarning(): void {},
  };
  return new Proxy(own, {
    get(target, name) {
      if (name in target || typeof name === "symbol") return Reflect.get(target, name);
      return has(name) ? refuse(`process.${name}`) : undefined;
    },
  });
}
