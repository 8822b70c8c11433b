import type { Context } from "node:vm";
import { inContext } from "./context.ts";

type HostFunction<A extends unknown[], R> = (...args: A) => R;

/** A function of the host as the script gets it: what it throws is `instanceof` the context's Error. */
export function guarded<A extends unknown[], R>(
  context: Context,
  work: HostFunction<A, R>,
): HostFunction<A, R> {
  return inContext(context, makeGuarded)(work as HostFunction<unknown[], unknown>) as HostFunction<A, R>;
}

function makeGuarded(work: HostFunction<unknown[], unknown>): HostFunction<unknown[], unknown> {
  return (...args) => {
    let thrown: { name?: string; message?: string; code?: string };
    try {
      return work(...args);
    } catch (error) {
      thrown = error as typeof thrown;
    }
    const error: Error & { code?: string } = new Error(thrown.message);
    if (thrown.name !== undefined) error.name = thrown.name;
    if (thrown.code !== undefined) error.code = thrown.code;
    throw error;
  };
}
