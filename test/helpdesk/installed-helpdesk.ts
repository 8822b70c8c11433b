import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Simulator } from "zapc/simulator";
import { type Installed, installPacked } from "../package/packed.ts";
import { type CommandRun, Conversation } from "./conversation.ts";
import type { Deskly } from "./deskly.ts";

const client = { client_id: "zapier", client_secret: "s3cret" };
export const domain = "acme.deskly.example";

/** The helpdesk in a project of its own, with zapc as it is packed. */
export class InstalledHelpdesk {
  readonly #installed: Installed;

  constructor() {
    this.#installed = installPacked();
    this.restore();
  }

  get directory(): string {
    return this.#installed.directory;
  }

  path(file: string): string {
    return join(this.directory, file);
  }

  /** Puts the sources back as they are in test/helpdesk/scripting. */
  restore(): void {
    rmSync(this.path("scripting"), { recursive: true, force: true });
    cpSync("test/helpdesk/scripting", this.path("scripting"), { recursive: true });
    // The packages that a user's editor needs, and zapc does not.
    this.write("scripting/tsconfig.json", '{ "extends": "zapc/scripting.tsconfig.json", "include": ["."] }');
  }

  /** Writes a file of the project. Anything but a text is written as JSON. */
  write(file: string, content: unknown): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), typeof content === "string" ? content : JSON.stringify(content));
  }

  /** Runs `npx zapc …` in the project, and gives what it prints. */
  zapc(args: readonly string[], input = ""): Promise<CommandRun> {
    const conversation = this.talk(args);
    conversation.type(input);
    return conversation.ended();
  }

  /** The same, of a command that the user answers while it runs. */
  talk(args: readonly string[]): Conversation {
    const env = {
      ...process.env,
      ...{ CLIENT_ID: client.client_id, CLIENT_SECRET: client.client_secret },
      ...{ NO_COLOR: "1", FORCE_COLOR: undefined },
    };
    const command = [this.path("node_modules/.bin/zapc"), ...args];
    return new Conversation(process.execPath, command, { cwd: this.directory, env });
  }

  /** A simulator of the built helpdesk, with an account that is connected at Deskly. The tokens are in account.json, too. */
  async connected(deskly: Deskly): Promise<Simulator> {
    const { simulate } = await this.simulator();
    const files = { script: this.path("dist/zap.js"), metadata: this.path("dist/metadata.json") };
    const sim = await simulate({
      ...files,
      ...client,
      url_base: deskly.origin,
      auth_fields: { domain },
    });
    const { url = "", state } = await sim.authorizeUrl();
    const code = new URL(await deskly.grant(url)).searchParams.get("code") ?? "";
    const { auth_fields } = await sim.connect({ code, state });
    this.write("account.json", auth_fields);
    return sim;
  }

  /** The module that `import … from "zapc/simulator"` gives in the project. */
  async simulator(): Promise<typeof import("zapc/simulator")> {
    return import(pathToFileURL(this.path("node_modules/zapc/bin/simulator.mjs")).href);
  }

  remove(): void {
    this.#installed.remove();
  }
}
