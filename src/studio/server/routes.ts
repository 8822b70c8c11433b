import type { FieldRequest, RouteOutput, Routes } from "../api.ts";
import type { Session } from "../session/session.ts";
import { checked, checkedRunRequest, type InputShape, member, optional } from "./input-checks.ts";
import { downloadResponse, type HttpResponse, json } from "./response.ts";

/** The answers of the API, by `METHOD /path`. */
export interface RouteTable {
  readonly [route: string]: (input: unknown) => Promise<HttpResponse>;
}

type InputObject<Name extends keyof Routes> = Routes[Name] extends { input: infer Input } ? Input : object;

/** The routes that answer with JSON. */
type JsonRoute = Exclude<keyof Routes, "GET /api/events" | "GET /api/download">;

interface Route<Name extends JsonRoute> {
  /** The members of its input, or their check. */
  readonly input: InputShape<InputObject<Name>> | ((given: unknown) => InputObject<Name>);
  readonly answer: (input: InputObject<Name>) => RouteOutput<Name> | Promise<RouteOutput<Name>>;
}

const id = { id: member.text };
const step = { operation: member.text, fields: member.object };
const fieldRequest: InputShape<FieldRequest> = { ...step, field: member.text, page: optional(member.number) };

/** Every route, in the order of the contract. */
const table = (session: Session): { readonly [name in JsonRoute]: Route<name> } => ({
  "GET /api/state": { input: {}, answer: () => session.state },
  "GET /api/run": { input: id, answer: (input) => session.opened.detail(input.id) },
  "GET /api/text": {
    // In a query string a number is a text.
    input: (given) => {
      const input = checked<{ id: string; from: string; to: string }>(given, {
        ...id,
        from: member.digits,
        to: member.digits,
      });
      return { id: input.id, from: Number(input.from), to: Number(input.to) };
    },
    answer: (input) => session.opened.text(input.id, input.from, input.to),
  },
  "POST /api/run": { input: checkedRunRequest, answer: (asked) => ({ id: session.run(asked).row.id }) },
  "POST /api/cancel": { input: id, answer: (input) => doing(() => session.cancel(input.id)) },
  "POST /api/again": {
    input: { ...id, edits: optional(member.list), runtime: optional(member.runtime) },
    answer: async (input) => ({ id: (await session.again(input.id, input)).row.id }),
  },
  "POST /api/send-again": {
    input: { ...id, confirmed: optional(member.flag) },
    answer: (input) => ({ id: session.sendAgain(input.id, input).row.id }),
  },
  "GET /api/compare": {
    input: { left: member.text, right: member.text },
    answer: ({ left, right }) => session.compare(left, right),
  },
  "POST /api/choices": { input: fieldRequest, answer: (asked) => session.choices(asked) },
  "POST /api/custom-fields": { input: step, answer: (asked) => session.customFields(asked) },
  "POST /api/search-connector": { input: fieldRequest, answer: (asked) => session.searchConnector(asked) },
  "POST /api/file": {
    input: { name: member.text, type: member.text, base64: member.text },
    answer: ({ name, type, base64 }) => ({
      address: session.files.add({ name, type, bytes: Buffer.from(base64, "base64") }),
    }),
  },
  "POST /api/clock": {
    input: { now: member.textOrNull },
    answer: ({ now }) => doing(() => session.setClock(now)),
  },
  "POST /api/live": {
    input: { live: member.flag },
    answer: ({ live }) => doing(() => session.setLive(live)),
  },
  "POST /api/connection": {
    input: { id: optional(member.text), name: member.text, auth_fields: member.texts, remember: member.flag },
    answer: (input) => changing(session, () => ({ id: session.connections.set(input) })),
  },
  "POST /api/connection/select": {
    input: id,
    answer: (input) => changing(session, () => doing(() => session.connections.select(input.id))),
  },
  "POST /api/connection/forget": {
    input: id,
    answer: (input) => changing(session, () => doing(() => session.connections.forget(input.id))),
  },
  "POST /api/connection/connect": { input: id, answer: (input) => session.connecting.connect(input.id) },
  "POST /api/connection/grant": {
    input: { ...id, pasted: member.text },
    answer: (input) => ({ run: session.connecting.pasted(input.id, input.pasted).row.id }),
  },
  "POST /api/pin": {
    input: { run: member.text, request: member.number, edited: optional(member.object) },
    answer: async ({ run, request, edited }) => ({ id: await session.pin(run, request, edited) }),
  },
  "POST /api/test/preview": {
    input: { run: member.text, name: member.text },
    answer: ({ run, name }) => session.previewTest(run, name),
  },
  "POST /api/test/save": {
    input: { run: member.text, name: member.text, hash: member.text },
    answer: (input) => ({ files: session.saveTest(input) }),
  },
  "POST /api/open": {
    input: { file: member.text, line: member.number, column: optional(member.number) },
    answer: (place) => doing(() => session.open(place)),
  },
  "GET /api/review": { input: {}, answer: () => session.review() },
  "POST /api/unpin": {
    input: id,
    answer: (input) => changing(session, () => doing(() => session.pins.remove(input.id))),
  },
});

/** The routes of a session. */
export function routesOf(session: Session): RouteTable {
  const routes = Object.entries(table(session)) as [string, Route<never>][];
  return {
    ...Object.fromEntries(
      routes.map(([name, { input, answer }]) => {
        const check =
          typeof input === "function"
            ? input
            : (given: unknown) => checked(given, input as InputShape<never>);
        return [name, async (given: unknown) => json(await answer(check(given)))];
      }),
    ),
    "GET /api/download": async (given) =>
      downloadResponse(session.opened.download(checked<{ id: string }>(given, id).id)),
  };
}

/** Does something, and answers with nothing. */
function doing(work: () => void): Record<string, never> {
  work();
  return {};
}

/** Does something that changes the state, and tells of it. */
function changing<T>(session: Session, work: () => T): T {
  const output = work();
  session.changed();
  return output;
}
