import { expectTypeOf, test } from "vitest";
import type {
  Action,
  Callback,
  CatchHook,
  FullSearch,
  HookResults,
  Json,
  Poll,
  PostPoll,
  PostReadResource,
  Results,
  Search,
  Trigger,
  Write,
} from "zapc";
import type { JsonObject, Simulator } from "zapc/simulator";

/* The types alone: `npm run check` tells when they are wrong. */

declare const sim: Simulator;

const step = { label: "Ticket", noun: "Ticket", help_text: "A ticket.", fields: [] } as const;
const url = "https://api.example.com/tickets";
const _trigger = { ...step, url, sample: { id: 7, tags: ["a"] } } as const satisfies Trigger;
const _action = { ...step, url, sample: { id: 7 } } as const satisfies Action;
const _search = { ...step, url, sample: { id: 7 } } as const satisfies Search;
type ATrigger = typeof _trigger;
type AnAction = typeof _action;
type ASearch = typeof _search;
type Sample = { id: number; tags: string[] };

interface Ticket {
  id: number;
  title: string;
  closed?: Date;
  owner: string | undefined;
  shown(): string;
}

/** The same as `typeof import("../scripting/triggers/new_ticket.ts")`. */
interface NewTicket {
  readonly trigger: ATrigger;
  post_poll(bundle: PostPoll<ATrigger>): Ticket[];
}

type InJson = { id: number; title: string; closed?: string; owner?: string };

test("items are any JSON where nothing is said", () => {
  const poll = () => sim.poll("new_ticket");
  expectTypeOf(poll).returns.resolves.toHaveProperty("items").toEqualTypeOf<Json[]>();
  const write = () => sim.write("create_ticket");
  expectTypeOf(write).returns.resolves.toHaveProperty("result").toEqualTypeOf<JsonObject | undefined>();
});

test("items are what the trigger's method returns, as JSON holds it", () => {
  const poll = () => sim.poll<NewTicket>("new_ticket", { trigger_fields: {} });
  expectTypeOf(poll).returns.resolves.toHaveProperty("items").toEqualTypeOf<InJson[]>();
});

test("items are what a full method returns or calls back with", () => {
  interface Full extends NewTicket {
    poll(bundle: Poll<ATrigger>): { id: string }[];
  }
  const poll = () => sim.poll<Full>("new_ticket");
  expectTypeOf(poll).returns.resolves.toHaveProperty("items").toEqualTypeOf<{ id: string }[]>();

  interface Later {
    readonly trigger: ATrigger;
    poll(bundle: Poll<ATrigger>, callback: Callback<{ id: boolean }[]>): void;
  }
  const later = () => sim.poll<Later>("new_ticket");
  expectTypeOf(later).returns.resolves.toHaveProperty("items").toEqualTypeOf<{ id: boolean }[]>();
});

test("items are what the sample has where the method says no more than Results, or there is none", () => {
  interface Vague {
    readonly trigger: ATrigger;
    post_poll(bundle: PostPoll<ATrigger>): Results;
  }
  const vague = () => sim.poll<Vague>("new_ticket");
  expectTypeOf(vague).returns.resolves.toHaveProperty("items").toEqualTypeOf<Sample[]>();
  const without = () => sim.poll<{ readonly trigger: ATrigger }>("new_ticket");
  expectTypeOf(without).returns.resolves.toHaveProperty("items").toEqualTypeOf<Sample[]>();
});

test("items are of the type that a test gives", () => {
  const poll = () => sim.poll<{ id: number }>("new_ticket");
  expectTypeOf(poll).returns.resolves.toHaveProperty("items").toEqualTypeOf<{ id: number }[]>();
});

test("a Zap types what it is polled for, and its hooks", () => {
  type Caught = { number: number };
  interface Hooked extends NewTicket {
    catch_hook(bundle: CatchHook<ATrigger>): Caught | Caught[];
  }
  const zap = async () => {
    const turned = await sim.turnOn<Hooked>("new_ticket");
    return { polled: await turned.poll(), hooked: await turned.hook({ body: {} }) };
  };
  expectTypeOf(zap)
    .returns.resolves.toHaveProperty("polled")
    .toHaveProperty("items")
    .toEqualTypeOf<InJson[]>();
  expectTypeOf(zap)
    .returns.resolves.toHaveProperty("hooked")
    .toHaveProperty("samples")
    .toEqualTypeOf<Caught[]>();

  interface Vague {
    readonly trigger: ATrigger;
    catch_hook(bundle: CatchHook<ATrigger>): HookResults;
  }
  const vague = async () => (await sim.turnOn<Vague>("new_ticket")).hook({ body: {} });
  expectTypeOf(vague).returns.resolves.toHaveProperty("items").toEqualTypeOf<Sample[]>();
});

test("an action and a search type their results", () => {
  interface CreateTicket {
    readonly action: AnAction;
    write(bundle: Write<AnAction>): { number: number };
  }
  const write = () => sim.write<CreateTicket>("create_ticket");
  expectTypeOf(write)
    .returns.resolves.toHaveProperty("result")
    .toEqualTypeOf<{ number: number } | undefined>();

  interface FindTicket {
    readonly search: ASearch;
    full_search(bundle: FullSearch<ASearch>): { number: number }[];
  }
  const find = () => sim.search<FindTicket>("find_ticket");
  expectTypeOf(find).returns.resolves.toHaveProperty("items").toEqualTypeOf<{ number: number }[]>();
  expectTypeOf(find)
    .returns.resolves.toHaveProperty("result")
    .toEqualTypeOf<{ number: number } | undefined>();

  interface Read extends FindTicket {
    post_read_resource(bundle: PostReadResource<ASearch>): { title: string };
  }
  const read = () => sim.search<Read>("find_ticket");
  expectTypeOf(read).returns.resolves.toHaveProperty("result").toEqualTypeOf<{ title: string } | undefined>();
});
