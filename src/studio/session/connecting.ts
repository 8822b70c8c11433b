import { randomUUID } from "node:crypto";
import { Failure } from "../../model/failure.ts";
import type { Redirect } from "../../simulator/index.ts";
import { Doors } from "../server/doors.ts";
import { accountValuesOf, type Connection, type Connections, tokensAmong } from "./connections.ts";
import { ownStep, type RunRecord, type RunStep } from "./run-record.ts";
import type { AnsweredSimulation, Runs } from "./runs.ts";
import type { Workshop } from "./workshop.ts";

interface Dependencies {
  readonly runs: Runs;
  readonly workshop: Workshop;
  readonly connections: Connections;
  /** The state has changed. */
  readonly changed: () => void;
}

/** A user who was sent to the API, to grant access. */
interface PendingGrant {
  readonly connection: Connection;
  readonly on: AnsweredSimulation;
  readonly state: string;
  readonly door: string;
}

/** Milliseconds in which access must be granted. */
const DOOR_LASTS = 15 * 60 * 1000;

const parameters = ["code", "state", "oauth_token", "oauth_verifier", "error", "error_description"] as const;

/** Connects accounts as a user does: with OAuth at a page of the API, which redirects to a door of the studio. */
export class Connecting {
  /** The studio's own address. */
  origin = "";
  readonly doors = new Doors<PendingGrant>({ kind: "oauth", lasts: DOOR_LASTS });
  readonly #dependencies: Dependencies;
  readonly #pending = new Map<string, PendingGrant>();

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  /** Connects, tests and names an account. With OAuth, it gives the address at which the user grants access. */
  async connect(id: string): Promise<{ readonly grant?: string; readonly run: string }> {
    const { connections, workshop } = this.#dependencies;
    const connection = connections.get(id);
    await this.#giveUp(id);
    connections.note(id, { status: "connecting", message: undefined, tokens: {} });
    const { auth } = workshop.goodScript.metadata.app;
    try {
      if (auth.type.startsWith("oauth")) return await this.#grant(connection);
      const connected =
        auth.type === "session" ? this.#connected(connection, await this.#start(connection), {}) : undefined;
      return { run: (connected ?? this.#tested(connection, await this.#start(connection))).row.id };
    } catch (error) {
      connections.note(id, {
        status: "failed",
        message: error instanceof Failure ? error.fault : String(error),
      });
      throw error;
    } finally {
      this.#dependencies.changed();
    }
  }

  /** Goes on with what the API has appended to the address of a door. */
  redirected({ connection, on, state, door }: PendingGrant, given: URLSearchParams): RunRecord {
    const redirect = redirectIn(given);
    // OAuth1 has none: its request token says for whom the answer is.
    if (on.sim.metadata.app.auth.type !== "oauth1" && redirect.state !== state)
      throw new Failure("Failed to connect the account: the state is not that of the address at the API.");
    this.doors.close(door);
    this.#pending.delete(connection.id);
    return this.#connected(connection, on, redirect);
  }

  /** Goes on with the address that the user's browser came to, or with the code alone. */
  pasted(id: string, text: string): RunRecord {
    const pending = this.#pending.get(id);
    if (!pending)
      throw new Failure("Failed to connect the account: nobody has been sent to the API.", {
        hint: "Connect it, grant access, then paste the address.",
      });
    const pasted = text.trim();
    if (URL.canParse(pasted)) return this.redirected(pending, new URL(pasted).searchParams);
    const code = { code: pasted, oauth_verifier: pasted, state: pending.state };
    return this.redirected(pending, new URLSearchParams(code));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pending.values()].map(({ on }) => on.sim.close()));
  }

  async #grant(connection: Connection): Promise<{ readonly grant?: string; readonly run: string }> {
    const { workshop, connections } = this.#dependencies;
    if (!workshop.live)
      throw new Failure("Failed to connect the account: OFFLINE. The API must be asked for tokens.", {
        hint: "Switch to LIVE: `zapc studio --allow-live`.",
      });
    const on = await this.#start(connection);
    const state = randomUUID();
    const opened = { door: "" };
    const pending: PendingGrant = {
      ...{ connection, on, state },
      get door() {
        return opened.door;
      },
    };
    opened.door = this.doors.open(pending).path;
    this.#pending.set(connection.id, pending);
    let grant: string | undefined;
    const redirect_uri = this.origin + opened.door;
    const record = this.#run(connection, on, {
      perform: async ({ sim }) => {
        const run = await sim.authorizeUrl({ redirect_uri, state });
        grant = run.url;
        return run;
      },
      after: async (record) => {
        if (grant !== undefined) return;
        await this.#giveUp(connection.id);
        connections.note(connection.id, { status: "failed", message: record.row.error });
      },
    });
    await record.ended;
    return { run: record.row.id, ...(grant !== undefined && { grant }) };
  }

  /** Gets what the first request needs, and tests the account. */
  #connected(connection: Connection, on: AnsweredSimulation, redirect: Redirect): RunRecord {
    const { connections } = this.#dependencies;
    return this.#run(connection, on, {
      perform: ({ sim }) => sim.connect(redirect),
      after: async (record) => {
        const failed = record.row.error !== undefined || record.row.status === "cancelled";
        if (!failed) {
          const { auth } = on.sim.metadata.app;
          connections.note(connection.id, { tokens: tokensAmong(auth, on.sim.auth_fields) });
          this.#tested(connection, on, auth.type === "session" ? [ownStep(record)] : []);
          return;
        }
        connections.note(connection.id, { status: "failed", message: record.row.error });
        await on.sim.close();
      },
    });
  }

  /**
   * Tests the account, and names it after the answer.
   *
   * @param before - the step that began the session
   */
  #tested(connection: Connection, on: AnsweredSimulation, before: readonly RunStep[] = []): RunRecord {
    const { connections } = this.#dependencies;
    let label: string | undefined;
    let message: string | undefined;
    return this.#run(connection, on, {
      ...{ kind: "test_account", before },
      perform: async ({ sim }) => {
        const test = await sim.testAccount();
        ({ label, message } = test);
        return test;
      },
      after: async ({ row, redacted }) => {
        const failed = row.error !== undefined || row.status === "cancelled";
        const why = row.error?.startsWith("OFFLINE") ? row.error : (message ?? row.error);
        connections.note(connection.id, {
          ...{ status: failed ? "failed" : "connected", label },
          message: failed && why !== undefined ? redacted(why) : undefined,
        });
        await on.sim.close();
      },
    });
  }

  #run(
    connection: Connection,
    on: AnsweredSimulation,
    own: {
      readonly kind?: "test_account";
      readonly before?: readonly RunStep[];
      readonly perform: RunStep["perform"];
      readonly after: (record: RunRecord) => Promise<void>;
    },
  ): RunRecord {
    const { runs, workshop, changed } = this.#dependencies;
    const { perform, after, kind = "connect", before = [] } = own;
    return runs.begin(
      {
        ...{
          kind,
          operation: "auth",
          cause: `account ${connection.name}`,
          asked: null,
          runtime: "converted",
          account: accountValuesOf(connection),
        },
        ...{ before, now: workshop.now, perform, sources: { network: workshop.network } },
      },
      {
        simulating: async () => on,
        done: async (_, record) => {
          await after(record);
          changed();
        },
      },
    );
  }

  #start(connection: Connection): Promise<AnsweredSimulation> {
    const { workshop } = this.#dependencies;
    return workshop.start({ account: accountValuesOf(connection), runtime: "converted", now: workshop.now });
  }

  async #giveUp(id: string): Promise<void> {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.doors.close(pending.door);
    this.#pending.delete(id);
    await pending.on.sim.close();
  }
}

function redirectIn(given: URLSearchParams): Redirect {
  return Object.fromEntries(
    parameters.flatMap((name) => {
      const value = given.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
