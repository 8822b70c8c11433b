import { Agent, ClientRequest, type ClientRequestArgs } from "node:http";
import type { Answer, RequestFailure, TlsOptions, WireRequest } from "../../protocol.ts";
import { IncomingResponse } from "./incoming-response.ts";

/** Has a request answered, now or later. */
export type SendRequest = (request: WireRequest, receive: (answer: Answer) => void) => void;

/** Options of `http.request`, as the library gives them. */
interface ClientOptions extends ClientRequestArgs {
  readonly uri: { readonly protocol: string; readonly host: string };
  readonly agent: OptionsAgent | false;
}

/** Keeps the connection's options, and connects to nothing. */
class OptionsAgent extends Agent {
  readonly given: TlsOptions;

  constructor(options: TlsOptions = {}) {
    super();
    this.given = options;
  }

  addRequest(): void {}
}

const agents: { readonly [protocol: string]: OptionsAgent } = {
  "http:": new OptionsAgent(),
  "https:": Object.assign(new OptionsAgent(), { protocol: "https:", defaultPort: 443 }),
};

// Source: npm `request` 2.88, `getNewAgent`.
const tlsOptions = [
  ...["rejectUnauthorized", "ca", "cert", "key", "pfx", "passphrase"],
  ...["ciphers", "secureProtocol", "secureOptions", "servername"],
] as readonly (keyof TlsOptions)[];

/** Stands in for the modules http and https of Node.js: a request is exchanged, and does not go over the wire. */
export function httpModule(exchange: SendRequest): object {
  return {
    Agent: OptionsAgent,
    request: (options: ClientOptions) => new InterceptedRequest(options, exchange),
  };
}

/** Node.js itself checks and completes the request; only its connection is missing. */
class InterceptedRequest extends ClientRequest {
  readonly #options: ClientOptions;
  readonly #exchange: SendRequest;
  readonly #chunks: Buffer[] = [];
  #timeout: { readonly milliseconds: number; readonly expire: () => void } | undefined;

  constructor(options: ClientOptions, exchange: SendRequest) {
    const { protocol } = options.uri;
    super({ ...options, protocol, agent: agents[protocol] as OptionsAgent });
    this.#options = options;
    this.#exchange = exchange;
  }

  override setTimeout(milliseconds: number, expire = () => {}): this {
    this.#timeout = { milliseconds, expire };
    return this;
  }

  override write(chunk: string | Uint8Array): boolean {
    // It refuses what is neither text nor bytes.
    super.write(chunk);
    this.#chunks.push(Buffer.from(chunk as string));
    return true;
  }

  override end(): this {
    // A connection that is there already: the library then waits for the answer only.
    this.emit("socket", { connecting: false });
    this.#exchange(this.#wireRequest(), (answer) => {
      if (!this.destroyed) this.#receive(answer);
    });
    return this;
  }

  #wireRequest(): WireRequest {
    const { uri, agent, path } = this.#options;
    const tls = { ...this.#options, ...(agent ? agent.given : {}) } as { readonly [name: string]: unknown };
    const given = tlsOptions.filter((name) => tls[name] !== undefined);
    const body = Buffer.concat(this.#chunks);
    return {
      method: this.method,
      url: `${uri.protocol}//${uri.host}${path}`,
      headers: this.#sentHeaders(uri.host, body.length),
      body: body.length > 0 ? body : null,
      redirects: "none",
      ...(this.#timeout && { timeout: this.#timeout.milliseconds }),
      ...(given.length > 0 && { tls: Object.fromEntries(given.map((name) => [name, tls[name]])) }),
    };
  }

  /** The headers without those of Node.js itself. */
  #sentHeaders(host: string, length: number): WireRequest["headers"] {
    const implied: { readonly [name: string]: string } = { host, "content-length": String(length) };
    const headers = this.getRawHeaderNames().map((name) => [name, textOf(this.getHeader(name))] as const);
    return Object.fromEntries(headers.filter(([name, value]) => implied[name.toLowerCase()] !== value));
  }

  #receive(answer: Answer): void {
    if ("response" in answer) {
      const response = new IncomingResponse(answer.response);
      this.emit("response", response);
      response.arrive(answer.response.bytes);
    } else if (answer.failure.code === "ESOCKETTIMEDOUT") this.#timeout?.expire();
    else this.emit("error", errorOf(answer.failure));
  }
}

/** Source: Node.js, lib/internal/errors.js: a port that does not exist is a RangeError. */
function errorOf(failure: RequestFailure): Error {
  const { message, code } = failure;
  return Object.assign(
    code === "ERR_SOCKET_BAD_PORT" ? new RangeError(message) : new Error(message),
    failure,
  );
}

// Node.js sends one line for each, which mean the same.
function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : String(value);
}
