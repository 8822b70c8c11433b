import type { FieldAsked, Routes } from "../api.ts";
import type { Session } from "../session/session.ts";
import { type Answer, download, json } from "./answer.ts";
import { checked, checkedAsked, member, optional, type Shape } from "./takes.ts";

/** The answers of the API, by `METHOD /path`. */
export interface RouteTable {
  readonly [route: string]: (takes: unknown) => Promise<Answer>;
}

type Takes<Name extends keyof Routes> = Routes[Name] extends { takes: infer Taken } ? Taken : object;
type Gives<Name extends keyof Routes> = Routes[Name]["gives"];

/** The routes that answer with JSON. */
type JsonRoute = Exclude<keyof Routes, "GET /api/events" | "GET /api/download">;

interface Route<Name extends JsonRoute> {
  /** The members that it takes, or their check. */
  readonly takes: Shape<Takes<Name>> | ((given: unknown) => Takes<Name>);
  readonly answer: (takes: Takes<Name>) => Gives<Name> | Promise<Gives<Name>>;
}

const id = { id: member.text };
const step = { operation: member.text, fields: member.object };
const fieldAsked: Shape<FieldAsked> = { ...step, field: member.text, page: optional(member.number) };

/** Every route, in the order of the contract. */
const table = (session: Session): { readonly [name in JsonRoute]: Route<name> } => ({
  "GET /api/state": { takes: {}, answer: () => session.state },
  "GET /api/run": { takes: id, answer: (takes) => session.opened.detail(takes.id) },
  "GET /api/text": {
    // In a query string a number is a text.
    takes: (given) => {
      const takes = checked<{ id: string; from: string; to: string }>(given, {
        ...id,
        from: member.digits,
        to: member.digits,
      });
      return { id: takes.id, from: Number(takes.from), to: Number(takes.to) };
    },
    answer: (takes) => session.opened.text(takes.id, takes.from, takes.to),
  },
  "POST /api/run": { takes: checkedAsked, answer: (asked) => ({ id: session.run(asked).row.id }) },
  "POST /api/cancel": { takes: id, answer: (takes) => doing(() => session.cancel(takes.id)) },
  "POST /api/again": {
    takes: { ...id, edits: optional(member.list), runtime: optional(member.runtime) },
    answer: async (takes) => ({ id: (await session.again(takes.id, takes)).row.id }),
  },
  "POST /api/send-again": {
    takes: { ...id, confirmed: optional(member.flag) },
    answer: (takes) => ({ id: session.sendAgain(takes.id, takes).row.id }),
  },
  "GET /api/compare": {
    takes: { left: member.text, right: member.text },
    answer: ({ left, right }) => session.compare(left, right),
  },
  "POST /api/choices": { takes: fieldAsked, answer: (asked) => session.choices(asked) },
  "POST /api/custom-fields": { takes: step, answer: (asked) => session.customFields(asked) },
  "POST /api/search-connector": { takes: fieldAsked, answer: (asked) => session.searchConnector(asked) },
  "POST /api/file": {
    takes: { name: member.text, type: member.text, base64: member.text },
    answer: ({ name, type, base64 }) => ({
      address: session.files.add({ name, type, bytes: Buffer.from(base64, "base64") }),
    }),
  },
  "POST /api/clock": {
    takes: { now: member.textOrNull },
    answer: ({ now }) => doing(() => session.setClock(now)),
  },
  "POST /api/live": {
    takes: { live: member.flag },
    answer: ({ live }) => doing(() => session.setLive(live)),
  },
  "POST /api/connection": {
    takes: { id: optional(member.text), name: member.text, auth_fields: member.texts, remember: member.flag },
    answer: (takes) => changing(session, () => ({ id: session.connections.set(takes) })),
  },
  "POST /api/connection/select": {
    takes: id,
    answer: (takes) => changing(session, () => doing(() => session.connections.select(takes.id))),
  },
  "POST /api/connection/forget": {
    takes: id,
    answer: (takes) => changing(session, () => doing(() => session.connections.forget(takes.id))),
  },
  "POST /api/connection/connect": { takes: id, answer: (takes) => session.connecting.connect(takes.id) },
  "POST /api/connection/grant": {
    takes: { ...id, pasted: member.text },
    answer: (takes) => ({ run: session.connecting.pasted(takes.id, takes.pasted).row.id }),
  },
  "POST /api/pin": {
    takes: { run: member.text, request: member.number, edited: optional(member.object) },
    answer: async ({ run, request, edited }) => ({ id: await session.pin(run, request, edited) }),
  },
  "POST /api/test/preview": {
    takes: { run: member.text, name: member.text },
    answer: ({ run, name }) => session.previewTest(run, name),
  },
  "POST /api/test/save": {
    takes: { run: member.text, name: member.text, hash: member.text },
    answer: (takes) => ({ files: session.saveTest(takes) }),
  },
  "POST /api/open": {
    takes: { file: member.text, line: member.number, column: optional(member.number) },
    answer: (place) => doing(() => session.open(place)),
  },
  "GET /api/review": { takes: {}, answer: () => session.review() },
  "POST /api/unpin": {
    takes: id,
    answer: (takes) => changing(session, () => doing(() => session.pins.remove(takes.id))),
  },
});

/** The routes of a session. */
export function routesOf(session: Session): RouteTable {
  const routes = Object.entries(table(session)) as [string, Route<never>][];
  return {
    ...Object.fromEntries(
      routes.map(([name, { takes, answer }]) => {
        const check =
          typeof takes === "function" ? takes : (given: unknown) => checked(given, takes as Shape<never>);
        return [name, async (given: unknown) => json(await answer(check(given)))];
      }),
    ),
    "GET /api/download": async (given) =>
      download(session.opened.download(checked<{ id: string }>(given, id).id)),
  };
}

/** Does something, and answers with nothing. */
function doing(work: () => void): Record<string, never> {
  work();
  return {};
}

/** Does something that changes the state, and tells of it. */
function changing<T>(session: Session, work: () => T): T {
  const gives = work();
  session.changed();
  return gives;
}
