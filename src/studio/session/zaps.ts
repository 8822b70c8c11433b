import { Failure } from "../../model/failure.ts";
import type { HookRun, Runtime } from "../../simulator/index.ts";
import type { RunRequestOf, ZapState } from "../api.ts";
import { Doors } from "../server/doors.ts";
import { accountValuesOf, type Connection } from "./connections.ts";
import { ownStep, type RunRecord, type RunStep } from "./run-record.ts";
import type { AnsweredSimulation, NewRun, Runs } from "./runs.ts";
import { workOf } from "./works.ts";
import type { Workshop } from "./workshop.ts";

/** A Zap that was turned on. It keeps its simulator, and with it what it has seen. */
interface ZapRecord {
  readonly id: string;
  readonly operation: string;
  readonly runtime: Runtime;
  readonly connection: Connection | undefined;
  /** The path of its address for hooks. */
  readonly door: string;
  readonly expires: Date;
  on?: AnsweredSimulation;
  /** The steps that were done, in their order. */
  steps: RunStep[];
  polls: number;
  /** The simulated time of its last step. */
  now: string;
  /** Resolves when its runs so far have ended. */
  idle: Promise<void>;
}

/** A hook that has reached the address of a Zap. */
export interface HookRequest {
  readonly method: string;
  readonly headers: { readonly [name: string]: string };
  readonly querystring: string;
  readonly body: string;
}

interface Dependencies {
  readonly runs: Runs;
  readonly workshop: Workshop;
  /** The state has changed. */
  readonly changed: () => void;
}

/** Milliseconds for which an address takes hooks. */
const DOOR_LASTS = 24 * 60 * 60 * 1000;

/** Polls that can be asked for at once. */
const mostPolls = 500;

/** The Zaps of a session. */
export class Zaps {
  /** The studio's own address: `http://127.0.0.1:4174`. */
  origin = "";
  readonly doors = new Doors<string>({ kind: "hooks", lasts: DOOR_LASTS });
  readonly #dependencies: Dependencies;
  readonly #zaps = new Map<string, ZapRecord>();
  #last = 0;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  get states(): ZapState[] {
    return [...this.#zaps.values()].map((zap) => {
      const live = zap.on?.zap?.live === true;
      const type = zap.on?.sim.metadata.triggers.find(({ key }) => zap.operation === `triggers/${key}`)?.type;
      const address = { hook_address: this.origin + zap.door, expires: zap.expires.toISOString() };
      return {
        id: zap.id,
        operation: zap.operation,
        live,
        polls: zap.polls,
        ...(live && type !== "polling" && address),
      };
    });
  }

  /** Turns a Zap on, with a simulator of its own. */
  turnOn(
    asked: RunRequestOf<"turn_on">,
    { connection, runtime }: Pick<ZapRecord, "connection" | "runtime">,
  ): RunRecord {
    this.#last += 1;
    const id = `z${this.#last}`;
    const { path, expires } = this.doors.open(id);
    const { now } = this.#dependencies.workshop;
    const zap: ZapRecord = {
      ...{ id, operation: asked.operation, runtime, connection, door: path, expires, now },
      ...{ steps: [], polls: 0, idle: Promise.resolve() },
    };
    this.#zaps.set(id, zap);
    const perform = workOf(asked, { target_url: this.origin + path });
    return this.#run(zap, { kind: "turn_on", cause: "manual", asked, now, perform });
  }

  /** Polls a Zap as often as asked, some simulated minutes after each other. The first of the runs is given. */
  poll(asked: RunRequestOf<"zap_poll">): RunRecord {
    const zap = this.#live(asked.zap);
    if (asked.polls < 1 || asked.polls > mostPolls)
      throw new Failure(`Failed to poll a Zap: polls must be from 1 to ${mostPolls}.`);
    const first = this.#pollOnce(zap, asked);
    void this.#pollOn(zap, asked, first);
    return first;
  }

  async #pollOn(zap: ZapRecord, asked: RunRequestOf<"zap_poll">, first: RunRecord): Promise<void> {
    let record = first;
    for (let poll = 2; poll <= asked.polls; poll++) {
      await record.ended;
      if (record.row.status === "cancelled" || !zap.on?.zap?.live) return;
      record = this.#pollOnce(zap, asked);
    }
  }

  #pollOnce(zap: ZapRecord, asked: RunRequestOf<"zap_poll">): RunRecord {
    zap.polls += 1;
    const now = new Date(Date.parse(zap.now) + asked.every_minutes * 60_000).toISOString();
    const cause = `poll ${zap.polls}`;
    return this.#run(zap, { kind: "poll", cause, asked, now, poll: zap.polls, perform: workOf(asked) });
  }

  /** Sends a Zap a hook from the page. */
  hook(asked: RunRequestOf<"hook">): RunRecord {
    const zap = this.#get(asked.zap);
    return this.#run(zap, {
      kind: "hook",
      cause: "manual",
      asked,
      now: this.#nowOf(zap),
      perform: workOf(asked),
    });
  }

  /** A hook has reached the address of a Zap. Gives the platform's answer. */
  async received(id: string, hook: HookRequest): Promise<HookRun["reply"]> {
    const zap = this.#get(id);
    const asked = { kind: "hook", zap: id, ...hook } as const;
    const own = { asked, now: this.#nowOf(zap), perform: workOf(asked) };
    const record = this.#run(zap, { kind: "hook", cause: "hook", ...own });
    await record.ended;
    const { reply } = (record.report ?? {}) as Partial<HookRun>;
    // Assumed: the platform's answer where a hook could not be run.
    return reply ?? { status: 500, headers: {} };
  }

  turnOff(asked: RunRequestOf<"turn_off">): RunRecord {
    const zap = this.#live(asked.zap);
    this.doors.close(zap.door);
    return this.#run(zap, {
      kind: "turn_off",
      cause: "manual",
      asked,
      now: this.#nowOf(zap),
      perform: workOf(asked),
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#zaps.values()].map(({ on }) => on?.sim.close()));
  }

  #run(
    zap: ZapRecord,
    own: Pick<NewRun, "kind" | "cause" | "asked" | "now" | "poll" | "perform">,
  ): RunRecord {
    const { runs, workshop, changed } = this.#dependencies;
    zap.now = own.now;
    const { operation, runtime, connection, idle } = zap;
    const account = accountValuesOf(connection);
    const record = runs.begin(
      {
        ...{ operation, runtime, account, zap: zap.id, before: zap.steps },
        sources: { network: workshop.network },
        ...own,
      },
      {
        simulating: async () => {
          await idle;
          zap.on ??= await workshop.start({ account, runtime, now: own.now });
          return zap.on;
        },
        done: async (on) => {
          if (on) workshop.noteTokens(connection, on);
          if (!on?.zap?.live) await this.#ended(zap);
          changed();
        },
      },
    );
    zap.steps = [...zap.steps, ownStep(record)];
    zap.idle = record.ended;
    return record;
  }

  /** A Zap that is off needs no process any more. */
  async #ended(zap: ZapRecord): Promise<void> {
    this.doors.close(zap.door);
    await zap.on?.sim.close();
  }

  /** The clock, where it is later than the Zap's own time. */
  #nowOf(zap: ZapRecord): string {
    const { now } = this.#dependencies.workshop;
    return Date.parse(now) > Date.parse(zap.now) ? now : zap.now;
  }

  #live(id: string): ZapRecord {
    const zap = this.#get(id);
    if (zap.on?.zap?.live) return zap;
    throw new Failure(`Failed to run the Zap of ${zap.operation}: it is off.`, { hint: "Turn it on again." });
  }

  #get(id: string): ZapRecord {
    const zap = this.#zaps.get(id);
    if (!zap) throw new Failure(`Failed to find a Zap: there is no ${id}.`);
    return zap;
  }
}
