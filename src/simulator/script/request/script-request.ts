import type { ScriptHost } from "../host.ts";
import { type LibraryResponse, LibraryRun, loadRequestLibrary } from "./request-library.ts";
import { httpModule, type SendRequest } from "./sent-request.ts";

/** The answer of z.request. */
export interface ScriptResponse {
  readonly status_code: number;
  readonly headers: LibraryResponse["headers"];
  /** Text, the JSON that the option `json` asks for, or the bytes that `encoding: null` asks for. */
  readonly content: unknown;
}

// Assumed: a script reaches the network directly, and its options name no proxy.
const notSimulated = ["proxy", "tunnel"];

/** z.request without a callback. Source: runner, zfactory.js and request-worker.js: the options and the answer are cloned. */
export function requestNow(options: object, host: ScriptHost): ScriptResponse {
  const run = runOf(host);
  const exchange: SendRequest = (request, receive) => {
    const answer = host.request(request);
    run.putOff(() => receive(answer));
  };
  let outcome: { readonly error: Error | null; readonly response?: LibraryResponse | undefined } | undefined;
  const cloned = structuredClone(loadRequestLibrary().initParams(options));
  const own = ownOptions(cloned, host, exchange);
  try {
    run.enter(() => {
      loadRequestLibrary()({ ...cloned, ...own }, (error, response) => {
        outcome ??= { error, response };
      });
    });
    run.goOn();
  } catch (error) {
    // The platform would wait for ever for one that comes later: its thread for requests is gone.
    outcome ??= { error: error as Error };
  }
  const { error, response } = outcome ?? { error: new Error("z.request came to no end.") };
  if (error || !response) throw structuredClone(error);
  const { body } = response;
  return scriptResponse({ ...response, body: Buffer.isBuffer(body) ? new Uint8Array(body) : body });
}

/** z.request with a callback. Gives the library's request, as JSON. */
export function requestLater(
  options: object,
  host: ScriptHost,
  receive: (error: Error | null, response?: ScriptResponse) => void,
): string {
  const given = Object.entries(options).find(([, value]) => typeof value === "function");
  if (given) throw host.notSimulated(`A function as the option ${given[0]} of z.request`);
  const run = runOf(host);
  const exchange: SendRequest = (request, receiveAnswer) => {
    host.requestLater(request, (answer) => {
      run.enter(() => receiveAnswer(answer));
      run.goOn();
    });
  };
  const cloned = asBuffers(structuredClone(options)) as object;
  const own = ownOptions(cloned, host, exchange);
  let inTurn = (work: () => void) => work();
  let made: unknown;
  run.enter(() => {
    made = loadRequestLibrary()({ ...cloned, ...own }, (error, response) => {
      inTurn(() => receive(error, response && scriptResponse(response)));
    });
  });
  // The request is on its way when z.request returns. Its faults are told later, as by the platform.
  inTurn = queueMicrotask;
  try {
    run.goOn();
  } catch (error) {
    // The callback that has heard of it goes first.
    setImmediate(() => {
      throw error;
    });
  }
  inTurn = (work) => work();
  return JSON.stringify(made) ?? "{}";
}

function runOf({ clock }: ScriptHost): LibraryRun {
  return new LibraryRun(() => (clock ? clock.now : Date.now()));
}

/** The options that take the place of the script's. */
function ownOptions(options: { readonly jar?: unknown }, host: ScriptHost, exchange: SendRequest): object {
  const refused = notSimulated.find((name) => Object.hasOwn(options, name));
  if (refused) throw host.notSimulated(`The option ${refused} of z.request`);
  const module = httpModule(exchange);
  return {
    httpModules: { "http:": module, "https:": module },
    proxy: null,
    pool: {},
    ...(options.jar ? { jar: jarOf(host) } : {}),
  };
}

const jars = new WeakMap<ScriptHost, object>();

/** The cookies of a call: no state survives between calls. */
function jarOf(host: ScriptHost): object {
  const jar = jars.get(host) ?? loadRequestLibrary().jar();
  jars.set(host, jar);
  return jar;
}

/** The script's Buffers, which are bytes once they are cloned. */
function asBuffers(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (Array.isArray(value)) return value.map(asBuffers);
  if (Object.prototype.toString.call(value) !== "[object Object]") return value;
  return Object.fromEntries(Object.entries(value as object).map(([key, entry]) => [key, asBuffers(entry)]));
}

/** Source: runner, zfactory.js, `convertResponse`: an empty body is null. */
function scriptResponse({ statusCode, headers, body }: LibraryResponse): ScriptResponse {
  const content = Buffer.isBuffer(body) ? String(body) : body || null;
  return { status_code: statusCode, headers, content };
}
