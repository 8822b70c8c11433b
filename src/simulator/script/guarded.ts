import type { Context } from "node:vm";
import { inContext } from "./context.ts";

type HostFunction<A extends unknown[], R> = (...args: A) => R;

/** A function of the host as the script gets it: what it throws is `instanceof` the context's Error. */
export function guarded<A extends unknown[], R>(
  context: Context,
  work: HostFunction<A, R>,
): HostFunction<A, R> {
  const guard = guards.get(context) ?? inContext(context, makeGuarded);
  guards.set(context, guard);
  return guard(work as HostFunction<unknown[], unknown>, isOfHost) as HostFunction<A, R>;
}

// To evaluate it for each function takes longer than all else.
const guards = new WeakMap<Context, typeof makeGuarded>();

// What a script's own function throws on the way is the script's already.
function isOfHost(thrown: unknown): boolean {
  return thrown instanceof Error;
}

function makeGuarded(
  work: HostFunction<unknown[], unknown>,
  isOfHost: (thrown: unknown) => boolean,
): HostFunction<unknown[], unknown> {
  return (...args) => {
    let thrown: { name?: string; message?: string; code?: string };
    try {
      return work(...args);
    } catch (error) {
      if (!isOfHost(error)) throw error;
      thrown = error as typeof thrown;
    }
    const error: Error & { code?: string } = new Error(thrown.message);
    if (thrown.name !== undefined && thrown.name !== error.name) error.name = thrown.name;
    if (thrown.code !== undefined) error.code = thrown.code;
    throw error;
  };
}
