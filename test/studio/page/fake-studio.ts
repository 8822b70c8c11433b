import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type {
  ErrorBody,
  LargeText,
  Routes,
  RunDetail,
  RunRow,
  State,
  StudioEvent,
} from "../../../src/studio/api.ts";
import type { PageFiles } from "../../../src/studio/page-files.ts";
import { policy } from "../../../src/studio/server/response.ts";

type Answer = object | ((input: Record<string, never>) => object);

/** A stand-in for the studio's server, which answers with what a test gives it. */
export interface FakeStudio {
  readonly origin: string;
  /** The address with the token, as `zapc studio` prints it. */
  readonly address: string;
  /** Every call of the API but for the stream and the reading of runs: its route, and what it took. */
  readonly calls: { readonly route: string; readonly input: unknown }[];
  readonly state: State;
  readonly details: Map<string, RunDetail>;
  readonly texts: Map<string, string>;
  /** The answers of routes. */
  readonly answers: { [route in keyof Routes]?: Answer };
  set(change: Partial<State>): void;
  row(row: RunRow): void;
  refuse(route: keyof Routes, refusal: ErrorBody): void;
  close(): Promise<void>;
  /** Listens on its port again. */
  reopen(): Promise<void>;
}

const token = "f".repeat(64);

/** Serves the page and a state on loopback. */
export async function startFakeStudio(files: PageFiles, start: State): Promise<FakeStudio> {
  let state = start;
  const streams = new Set<ServerResponse>();
  const send = (event: StudioEvent) => {
    for (const stream of streams) stream.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const refusals = new Map<string, ErrorBody>();
  const fake = {
    calls: [] as FakeStudio["calls"],
    details: new Map<string, RunDetail>(),
    texts: new Map<string, string>(),
    answers: {} as FakeStudio["answers"],
  };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://studio");
    const file = files[pathname];
    if (file) {
      response
        .writeHead(200, { "content-type": file.type, "content-security-policy": policy })
        .end(file.bytes);
      return;
    }
    const route = `${request.method} ${pathname}`;
    if (request.headers.authorization !== `Bearer ${token}`)
      return reply(response, 401, { error: "No valid token." });
    if (route === "GET /api/events") {
      response.writeHead(200, { "content-type": "text/event-stream" });
      streams.add(response);
      request.on("close", () => streams.delete(response));
      response.write(`: hello\n\ndata: ${JSON.stringify({ type: "state", state })}\n\n`);
      return;
    }
    const input = request.method === "GET" ? Object.fromEntries(searchParams) : await bodyOf(request);
    const refusal = refusals.get(route);
    if (!["GET /api/run", "GET /api/text"].includes(route)) fake.calls.push({ route, input });
    if (refusal) return reply(response, 400, refusal);
    const answer = fake.answers[route as keyof Routes] ?? known(route, input as Record<string, string>);
    if (answer === undefined) return reply(response, 404, { error: `The fake has no answer to ${route}.` });
    reply(response, 200, typeof answer === "function" ? answer(input as Record<string, never>) : answer);
  });

  function known(route: string, input: Record<string, string>): object | undefined {
    if (route === "GET /api/run") return fake.details.get(input.id ?? "");
    if (route !== "GET /api/text") return {};
    const text = fake.texts.get(input.id ?? "") ?? "";
    return { text: text.slice(Number(input.from), Number(input.to)), size: text.length };
  }

  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    ...fake,
    origin,
    address: `${origin}/#token=${token}`,
    get state() {
      return state;
    },
    set(change) {
      state = { ...state, ...change };
      send({ type: "state", state });
    },
    row(row) {
      state = { ...state, runs: [...state.runs.filter(({ id }) => id !== row.id), row] };
      send({ type: "run", row });
    },
    refuse: (route, refusal) => void refusals.set(route, refusal),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    reopen: () => listen(port),
  };
}

function bodyOf(request: IncomingMessage): Promise<unknown> {
  return json(request);
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

let texts = 0;

/** A text that is there as a whole. */
export function textOf(value: unknown): LargeText {
  texts += 1;
  const start = typeof value === "string" ? value : JSON.stringify(value);
  return { id: `text-${texts}`, size: Buffer.byteLength(start), start };
}
