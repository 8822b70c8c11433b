import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { MadeAnswer } from "../subject.ts";

const empty: MadeAnswer = { status: 200, headers: {}, content: "" };

/** Answers all requests of the runner's process on loopback, with the answers of the call that is under way. */
export class AnsweringServer {
  readonly #plain = createServer((request, response) => this.#answer("http", request, response));
  /** Requests over TLS come here without it: see offline.ts. */
  readonly #secure = createServer((request, response) => this.#answer("https", request, response));
  #answers: readonly MadeAnswer[] = [];
  #requests: object[] = [];

  /** Starts listening, and gives the two ports. */
  async start(): Promise<readonly [plain: number, secure: number]> {
    await Promise.all([listening(this.#plain), listening(this.#secure)]);
    return [portOf(this.#plain), portOf(this.#secure)];
  }

  /** A call begins. Gives the list that its requests are added to. */
  begin(answers: readonly MadeAnswer[]): readonly object[] {
    this.#answers = answers;
    this.#requests = [];
    return this.#requests;
  }

  close(): void {
    for (const server of [this.#plain, this.#secure]) {
      server.close();
      server.closeAllConnections();
    }
  }

  async #answer(scheme: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requests = this.#requests;
    const { method, url = "", headers } = request;
    const seen = { method, url: `${scheme}://${headers.host}${url}`, headers, body: "" };
    const {
      status,
      headers: given,
      content,
    } = this.#answers[requests.length % this.#answers.length] ?? empty;
    // The order is that in which they arrive.
    requests.push(seen);
    seen.body = (await buffer(request)).toString("latin1");
    response.writeHead(status, given).end(content);
  }
}

function listening(server: Server): Promise<void> {
  server.unref();
  return new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
