import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Method } from "../../model/methods.ts";
import { findingAt } from "../source.ts";
import type { Declaration, ExportedMethod } from "./declaration.ts";
import { exportedFunction } from "./exported.ts";

/** A method beside one that stands in for it. */
export function shadowedMethods({ source, methods: exported }: Declaration): Diagnostic[] {
  return exported.flatMap(({ method, local }) => {
    const shadowed = exported.filter((it) => method.standsInFor?.includes(it.method.name));
    return shadowed.map((it) =>
      findingAt(source, it.offset, {
        code: "shadowed-method",
        message: `\`${local}\` runs in place of \`${it.local}\`, which the platform never calls.`,
        hint: "Remove one of the two.",
      }),
    );
  });
}

/**
 * `(bundle, limit = 3) =>` has one parameter for TypeScript, and in ES5 two: so it would be asynchronous.
 * Source: docs/platform.md, "`z`".
 */
export function waitingMethods({ source, methods: exported }: Declaration): Diagnostic[] {
  return exported.flatMap(({ local, method }) => {
    const second = exportedFunction(source, local)?.params[1];
    const isOptional =
      second?.type === "AssignmentPattern" || (second && "optional" in second && second.optional);
    return isOptional ? [findingAt(source, second.start, optionalParameterFinding(local, method))] : [];
  });
}

/** Reports a method that has a second parameter which is not a callback. */
export function optionalParameterFinding(
  name: string,
  { callback }: Pick<Method, "callback">,
): Pick<Diagnostic, "code" | "message" | "hint"> & { hint: string } {
  return {
    code: "optional-parameter",
    message: `With a second parameter, \`${name}\` is asynchronous: the platform waits for its callback until the time is over.`,
    hint: callback
      ? "Use a constant, or write `(bundle, callback)` and call back."
      : "Use a constant: this method cannot call back.",
  };
}

/** A callback that is never called, nor handed on. */
export function unusedCallbacks({ source, methods: exported }: Declaration): Diagnostic[] {
  return exported.filter(takesCallback).flatMap(({ local }) => {
    const written = exportedFunction(source, local);
    const callback = written?.params[1];
    if (!written?.body || callback?.type !== "Identifier" || callback.optional) return [];
    const body = source.text.slice(written.body.start, written.body.end);
    if (new RegExp(`(?<![\\w$])${callback.name.replaceAll("$", "\\$&")}(?![\\w$])`).test(body)) return [];
    return [
      findingAt(source, callback.start, {
        code: "unused-callback",
        message: `\`${local}\` takes a callback and never calls it: the platform waits until the time is over.`,
        hint: `Call \`${callback.name}(null, result)\`, or remove the parameter and return the result.`,
      }),
    ];
  });
}

// The calls that answer by a callback, with the index of that argument.
const later: { readonly [call: string]: number } = { "z.request": 1, setTimeout: 0 };

/** A callback that is called when the method has returned already. */
export function lateCallbacks({ source, methods: exported }: Declaration): Diagnostic[] {
  return exported.flatMap(({ local, method }) => {
    const written = exportedFunction(source, local);
    if (!written || written.params.length > 1) return [];
    return source.nodes.ofType("CallExpression").flatMap(({ start, callee, arguments: given }) => {
      if (start < written.start || start >= written.end) return [];
      const name = source.text.slice(callee.start, callee.end);
      if (!Object.hasOwn(later, name) || given.length <= (later[name] as number)) return [];
      return [findingAt(source, start, tooLate(name, local, method.callback))];
    });
  });
}

function tooLate(
  call: string,
  local: string,
  mayWait?: boolean,
): Pick<Diagnostic, "code" | "message"> & { hint: string } {
  const waiting = mayWait ? `, or write \`${local}(bundle, callback)\`` : "";
  return {
    code: "late-callback",
    message: `\`${call}\` would call back after \`${local}\` has returned: the platform does not wait for it.`,
    hint:
      call === "z.request"
        ? `Leave out its callback: it then waits and returns the answer${waiting}.`
        : `Do it at once${waiting}.`,
  };
}

function takesCallback({ method }: ExportedMethod): boolean {
  return method.callback === true;
}
