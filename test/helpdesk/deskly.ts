import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A request that has reached Deskly. */
export interface Arrived {
  readonly method: string;
  /** The path with its query string. */
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

interface Ticket {
  number: number;
  title: string;
  priority: number;
  updated_at: string;
  attachment?: string;
}

/** A stand-in for the API of a helpdesk that does not exist, on loopback. */
export interface Deskly {
  readonly origin: string;
  /** Every request that has arrived. */
  readonly requests: Arrived[];
  /** The subscriptions to hooks, by their numbers. */
  readonly hooks: Map<number, { readonly url: string; readonly event: string }>;
  /** The tickets there are. */
  readonly tickets: Ticket[];
  /** Ends the access tokens that were given so far: only a refresh gives another one. */
  expireTokens(): void;
  /** Grants access, as the user does in a browser: gives the address that the browser is sent back to. */
  grant(authorizeUrl: string): Promise<string>;
  close(): void;
}

/** The answer to a request: JSON, or undefined where it refuses it with a 404. */
type Route = (on: Deskly, request: Arrived, ...parts: string[]) => object | undefined;

const tickets: readonly Ticket[] = [
  {
    number: 7,
    title: "Printer on fire",
    priority: 3,
    updated_at: "2026-03-01T09:00:00Z",
    attachment: "https://acme.deskly.example/files/fire.txt",
  },
  { number: 6, title: "No toner", priority: 1, updated_at: "2026-02-28T09:00:00Z" },
];
const queues = [
  { slug: "support", name: "Support" },
  { slug: "sales", name: "Sales" },
];
const contacts = [{ id: 55, email: "ann@example.com" }];

/** `GET /api/contacts/55`, with what stands in brackets handed to the route. */
const routes: readonly (readonly [pattern: RegExp, route: Route])[] = [
  [/^GET \/api\/me$/, () => ({ id: 1, name: "Ann" })],
  [/^GET \/api\/queues$/, (_, { path }) => ({ queues: path.includes("page=2") ? [] : queues })],
  [/^GET \/api\/tickets$/, ({ tickets }) => ({ tickets })],
  [
    /^POST \/api\/tickets$/,
    (_, { body }) => ({ ticket: { number: 8, total: JSON.parse(body).ticket.total } }),
  ],
  [/^POST \/api\/tickets\/(\d+)\/files$/, (_, __, ticket) => ({ id: 31, ticket: Number(ticket) })],
  [/^GET \/api\/tickets\/(\d+)\/comments$/, () => [{ author: "Ann", text: "Have you tried water?" }]],
  [/^GET \/api\/ticket_fields$/, () => [{ name: "size", title: "Size of the Fire", kind: "number" }]],
  [
    /^GET \/api\/contacts$/,
    (_, { path }) => contacts.filter(({ email }) => path.includes(encodeURIComponent(email))),
  ],
  [/^POST \/api\/contacts$/, (_, { body }) => ({ id: 56, ...JSON.parse(body) })],
  [/^GET \/api\/contacts\/(\d+)$/, (_, __, id) => ({ contact: { id: Number(id) }, counts: { tickets: 2 } })],
  [
    /^GET \/api\/ratings\/(\d+)$/,
    (_, __, id) => ({ rating: { id: Number(id), stars: 2, text: "Still on fire" } }),
  ],
  [
    /^POST \/api\/hooks$/,
    ({ hooks }, { body }) => {
      const id = hooks.size + 81;
      hooks.set(id, JSON.parse(body));
      return { hook: { id } };
    },
  ],
  [/^DELETE \/api\/hooks\/(\d+)$/, ({ hooks }, _, id) => (hooks.delete(Number(id)) ? {} : undefined)],
];

/** Starts the stand-in on a free port. */
export async function startDeskly(): Promise<Deskly> {
  const tokens = new Tokens();
  const server = createServer(async (message, answer) => {
    const { method = "", url: path = "", headers } = message;
    const request = { method, path, headers, body: await text(message) };
    deskly.requests.push(request);
    answerTo(request, answer, { deskly, tokens });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const deskly: Deskly = {
    origin: `http://127.0.0.1:${port}`,
    requests: [],
    hooks: new Map(),
    tickets: [...tickets],
    expireTokens: () => tokens.expire(),
    async grant(authorizeUrl) {
      const { pathname, search } = new URL(authorizeUrl);
      const { headers } = await fetch(`${deskly.origin}${pathname}${search}`, { redirect: "manual" });
      return headers.get("location") ?? "";
    },
    close: () => server.close(),
  };
  return deskly;
}

interface On {
  readonly deskly: Deskly;
  readonly tokens: Tokens;
}

function answerTo(request: Arrived, answer: ServerResponse, { deskly, tokens }: On): void {
  const { method, path, headers, body } = request;
  const send = (status: number, value: unknown, more = {}) =>
    answer.writeHead(status, { "content-type": "application/json", ...more }).end(JSON.stringify(value));
  const { pathname, searchParams } = new URL(path, deskly.origin);
  if (pathname === "/oauth/authorize") {
    const back = new URL(searchParams.get("redirect_uri") ?? "");
    back.searchParams.set("code", tokens.newCode());
    back.searchParams.set("state", searchParams.get("state") ?? "");
    return void send(302, {}, { location: back.href });
  }
  if (pathname === "/oauth/token") {
    const given = tokens.exchange(new URLSearchParams(body));
    return void send(given ? 200 : 400, given ?? { message: "This grant is not valid." });
  }
  if (pathname.startsWith("/files/")) return void answer.end("It burns.");
  if (!tokens.accept(headers.authorization)) return void send(401, { message: "This token has expired." });
  for (const [pattern, route] of routes) {
    const match = pattern.exec(`${method} ${pathname}`);
    const result = match && route(deskly, request, ...match.slice(1));
    if (result) return void send(200, result);
  }
  send(404, { message: `There is no ${pathname}.` });
}

/** The tokens that Deskly has given. Each code and each refresh token works once. */
class Tokens {
  #given = 0;
  #access = "";
  #usable = new Set<string>();

  newCode(): string {
    this.#given += 1;
    const code = `code-${this.#given}`;
    this.#usable.add(code);
    return code;
  }

  exchange(form: URLSearchParams): object | undefined {
    const isRefresh = form.get("grant_type") === "refresh_token";
    const grant = form.get(isRefresh ? "refresh_token" : "code") ?? "";
    const isClient = form.get("client_id") === "zapier" && form.get("client_secret") === "s3cret";
    if (!isClient || !this.#usable.delete(grant)) return undefined;
    this.#given += 1;
    this.#access = `access-${this.#given}`;
    const refresh = `refresh-${this.#given}`;
    this.#usable.add(refresh);
    return isRefresh
      ? { access_token: this.#access, refresh_token: refresh }
      : { tokens: { access: this.#access, refresh }, team: "acme" };
  }

  accept(authorization = ""): boolean {
    return this.#access !== "" && authorization === `Bearer ${this.#access}`;
  }

  expire(): void {
    this.#access = "";
  }
}
