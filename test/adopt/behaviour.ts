import { createRequire } from "node:module";
import vm from "node:vm";
import underscore from "underscore";

/** What can be seen of a script from outside: its members, and what each method does with one bundle. */
export interface Behaviour {
  /** By the names in `Zap`: the `length` of a function, or the data as JSON. */
  readonly members: { readonly [name: string]: unknown };
  /** The outcome of a call of each function, in the order of their names. */
  readonly calls: { readonly [name: string]: unknown };
  /** The globals that the script has made. */
  readonly leaked: readonly string[];
}

const bundle = {
  request: { method: "GET", url: "https://api.example.com/", headers: {}, params: {}, data: null },
  response: { status_code: 200, headers: {}, content: '[{"id":1,"title":"one"},{"id":2,"title":" two "}]' },
  auth_fields: { api_key: "k", token: "t", username: "u", password: "p" },
  trigger_fields: { queue: " q " },
  action_fields: { title: "T", body: "B" },
  action_fields_full: { title: "T", body: "B" },
  search_fields: { query: "x" },
  subscribe_data: { id: "s" },
  cleaned_request: { id: 5 },
  target_url: "https://hooks.example.com/1",
};

/** Runs a script as the platform does, and calls each of its methods. */
export function behaviourOf(script: string): Behaviour {
  const requests: unknown[] = [];
  const globals = {
    _: underscore,
    z: {
      JSON,
      request: (options: unknown) => {
        requests.push(JSON.parse(JSON.stringify(options)));
        return { status_code: 201, content: "{}" };
      },
    },
    console: { log() {} },
    require: createRequire(import.meta.url),
    Buffer,
    process: { env: {} },
  };
  // Only scripts for a testing tool use it.
  const module = { exports: undefined };
  if (/^module\.exports = \{/m.test(script)) Object.assign(globals, { module });
  const context = vm.createContext({ ...globals });
  vm.runInContext(`var global = this;\n${exceptions}`, context);
  const before = Object.keys(context);
  const zap = vm.runInContext(
    `(function () {${script.replace(/^#!.*/, "")}\nreturn typeof Zap === "undefined" ? module.exports : Zap;})()`,
    context,
    { filename: "script.js" },
  );
  const names: string[] = [];
  for (const name in zap) names.push(name);
  names.sort();
  const isFunction = (name: string) => typeof zap[name] === "function";
  const members = names.map((name) => [
    name,
    isFunction(name) ? zap[name].length : JSON.stringify(zap[name]),
  ]);
  const calls = names
    .filter(isFunction)
    .map((name) => [name, [call(zap, name, requests), call(zap, name, requests)]]);
  return {
    members: Object.fromEntries(members),
    calls: Object.fromEntries(calls),
    leaked: Object.keys(context).filter((name) => !before.includes(name)),
  };
}

const exceptions = ["ErrorException", "HaltedException"]
  .map((name) => `function ${name}(message) { this.name = "${name}"; this.message = message; }`)
  .join("\n");

function call(
  zap: { [name: string]: (...given: unknown[]) => unknown },
  name: string,
  requests: unknown[],
): unknown {
  const given = JSON.parse(JSON.stringify(bundle));
  const from = requests.length;
  let called: unknown;
  const outcome = (() => {
    try {
      return { returned: zap[name]?.(given, (...answer: unknown[]) => (called = answer)) };
    } catch (error) {
      const { name, message } = Object(error);
      return { thrown: [name, message] };
    }
  })();
  return JSON.parse(JSON.stringify({ ...outcome, called, bundle: given, requests: requests.slice(from) }));
}
