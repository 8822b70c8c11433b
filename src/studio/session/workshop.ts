import { Failure } from "../../model/failure.ts";
import type { Client } from "../../simulator/authentication/client.ts";
import type { FieldValues } from "../../simulator/fields/field-values.ts";
import type { Answerer } from "../../simulator/network/answerer.ts";
import { overNetwork } from "../../simulator/network/over-network.ts";
import type { Runtime } from "../../simulator/runtime.ts";
import { simulateWith } from "../../simulator/simulate.ts";
import { type Connection, type Connections, tokensAmong } from "./connections.ts";
import type { AnsweredSimulation } from "./runs.ts";
import type { RunnableScript } from "./script.ts";

interface Dependencies {
  readonly connections: Connections;
  readonly client: Client;
  readonly url_base?: string | undefined;
}

/** The account, the engine and the time of a simulator. */
export interface SimulationOptions {
  /** The values of the account. */
  readonly account: FieldValues;
  readonly runtime: Runtime;
  readonly now: string;
}

/** Makes the simulators of a session: of the last good script, with an account, the clock and the network. */
export class Workshop {
  /** The last good script. */
  script: RunnableScript | undefined;
  /** True if requests may reach the network. */
  live = false;
  /** The time that the runs have; null is the time that it is. */
  clock: string | null = null;
  readonly #dependencies: Dependencies;
  readonly #network: Answerer;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
    this.#network = overNetwork(dependencies.url_base);
  }

  /** When the next run happens. */
  get now(): string {
    return this.clock ?? new Date().toISOString();
  }

  /** The app's credentials at the API, as far as there are some. */
  get client(): Partial<Record<"client_id" | "client_secret", string>> {
    const { client_id, client_secret } = this.#dependencies.client;
    return {
      ...(client_id !== undefined && { client_id }),
      ...(client_secret !== undefined && { client_secret }),
    };
  }

  /** The network; undefined while the studio is offline. */
  readonly network = (): Answerer | undefined => (this.live ? this.#network : undefined);

  /** @throws {Failure} where no script was ever good. */
  get goodScript(): RunnableScript {
    if (this.script) return this.script;
    throw new Failure("Failed to run: there is no script yet that can be run.", {
      hint: "Mend what the build has found.",
    });
  }

  /** Starts a simulator. It asks the answering that is set in what is returned. */
  async start({ account, runtime, now }: SimulationOptions): Promise<AnsweredSimulation> {
    const { file, given } = this.goodScript;
    const holder: Pick<AnsweredSimulation, "answering" | "onCall"> = {};
    const answerer: Answerer = (asked) => {
      if (!holder.answering) throw new Error("No run is under way.");
      return holder.answering.answerer(asked);
    };
    const sim = await simulateWith(
      {
        ...{ stages: true, script: file, runtime, now, auth_fields: account },
        ...(given !== undefined && { metadata: given }),
        ...this.client,
      },
      { around: () => answerer, onCall: (method) => holder.onCall?.(method) },
    );
    return Object.assign(holder, { sim });
  }

  /** Keeps the tokens that the API has given meanwhile. */
  noteTokens(connection: Connection | undefined, { sim }: AnsweredSimulation): void {
    if (!connection) return;
    const tokens = tokensAmong(sim.metadata.app.auth, sim.auth_fields);
    if (JSON.stringify(tokens) !== JSON.stringify(connection.tokens))
      this.#dependencies.connections.note(connection.id, { tokens });
  }
}
