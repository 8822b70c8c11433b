/** A function of a definition, as data: its body, and its parameters where they are not `z` and `bundle`. */
export interface FunctionSource {
  readonly source: string;
  readonly args?: readonly string[];
}

/** The tasks of `z.legacyScripting.run`. Source: docs/platform.md, "A converted CLI app". */
export type RunType =
  | "trigger"
  | "trigger.hook"
  | "trigger.hook.subscribe"
  | "trigger.hook.unsubscribe"
  | "trigger.output"
  | "create"
  | "create.input"
  | "create.output"
  | "search"
  | "search.resource"
  | "search.input"
  | "search.output"
  | "auth.session"
  | "auth.connectionLabel"
  | "auth.oauth1.requestToken"
  | "auth.oauth1.authorize"
  | "auth.oauth1.accessToken"
  | "auth.oauth2.authorize"
  | "auth.oauth2.token"
  | "auth.oauth2.refresh"
  | "hydrate.method"
  | "hydrate.file";

/** A function that has the legacy scripting runner do something. */
export function run(type: RunType, key?: string): FunctionSource {
  return {
    source: `return z.legacyScripting.run(bundle, "${type}"${key === undefined ? "" : `, "${key}"`});`,
  };
}

/** A function that passes each request or response through the runner. */
export function middleware(name: "beforeRequest" | "afterResponse"): FunctionSource {
  const passed = name === "beforeRequest" ? "request" : "response";
  return {
    source: `return z.legacyScripting.${name}(${passed}, z, bundle);`,
    args: [passed, "z", "bundle"],
  };
}
