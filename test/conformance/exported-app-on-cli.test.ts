import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { simulate } from "zapc/simulator";
import { build } from "../../bin/index.mjs";
import { zapc } from "../cli/zapc.ts";
import { type Deskly, startDeskly } from "../helpdesk/deskly.ts";
import { missing } from "../missing.ts";

// Budget: 4 minutes on 2 cores. `build` takes 20 s, `convert` 10 s, each of the others 5 s.

const packages = resolve("test/conformance/cli/node_modules");
const node22 = join(packages, "node-22/bin/node");
const cli = join(packages, "zapier-platform-cli/src/bin/run");

const { isSkipped, why } = missing({
  isInstalled: existsSync(node22) && existsSync(cli),
  install: "npm ci --ignore-scripts --prefix test/conformance/cli",
});

describe.skipIf(isSkipped)(`the platform's command line${why}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "zapc-cli-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs `zapier-platform …` on Node.js 22 in an app, without a login. */
  async function zapier(app: string, ...args: string[]): Promise<string> {
    const PATH = [dirname(node22), process.env.PATH].join(delimiter);
    const env = {
      ...process.env,
      PATH,
      HOME: folder,
      DISABLE_ZAPIER_ANALYTICS: "1",
      NO_COLOR: "1",
      NODE_ENV: undefined,
    };
    const { stdout, stderr } = await promisify(execFile)(node22, [cli, ...args], { cwd: app, env });
    return stdout + stderr;
  }

  /** Gives an app its packages, as `npm install` would. */
  function install(app: string): void {
    try {
      execFileSync("cp", ["-al", packages, join(app, "node_modules")], { stdio: "ignore" });
    } catch {
      rmSync(join(app, "node_modules"), { recursive: true, force: true });
      execFileSync("cp", ["-a", packages, join(app, "node_modules")]);
    }
  }

  /** Tells whether a zip has a file, by the names in its central directory. */
  function isInZip(zip: string, name: string): boolean {
    const bytes = readFileSync(zip, "latin1");
    const length = String.fromCharCode(name.length);
    // Source: the zip format: a signature, 24 bytes, the length of the name, 16 bytes, the name.
    return new RegExp(`PK\x01\x02[^]{24}${length}\0[^]{16}${name.replaceAll(".", "\\.")}`).test(bytes);
  }

  async function packed(app: string): Promise<void> {
    await zapier(app, "build", "--skip-validation", "--skip-dep-install");
    for (const name of ["index.js", "scripting.js"])
      expect(isInZip(join(app, "build/build.zip"), name), name).toBe(true);
  }

  describe("with our own integration as an app", () => {
    const app = join(folder, "app");

    beforeAll(async () => {
      expect((await zapc(["export", "--to", "cli", app])).code).toBe(0);
      install(app);
    }, 60_000);

    test("finds no structural error", async () => {
      expect(await zapier(app, "validate", "--without-style")).toContain("No structural errors found");
    }, 60_000);

    test("packs it with its script", () => packed(app), 180_000);

    test("runs its tests", async () => {
      const { stdout } = await promisify(execFile)(node22, ["--test", "test/app.test.js"], { cwd: app });
      expect(stdout).toMatch(/^# pass 2$/m);
    }, 60_000);
  });

  describe("with our own integration as a definition", () => {
    const app = join(folder, "converted");

    beforeAll(async () => {
      const file = join(folder, "definition.json");
      expect((await zapc(["export", "--to", "definition", file])).code).toBe(0);
      await zapier(folder, "convert", app, "--json", `@${file}`, "--title", "Opendatasoft");
      install(app);
    }, 120_000);

    test("makes an app with the same script", () => {
      expect(readFileSync(join(app, "scripting.js"), "utf8")).toBe(readFileSync("dist/zap.js", "utf8"));
    });

    test("finds no structural error", async () => {
      expect(await zapier(app, "validate", "--without-style")).toContain("No structural errors found");
    }, 60_000);

    test("packs it with its script", () => packed(app), 180_000);
  });

  describe("with the helpdesk as an app", () => {
    const dist = join(folder, "helpdesk-dist");
    const app = join(folder, "helpdesk");
    let deskly: Deskly;

    beforeAll(async () => {
      deskly = await startDeskly();
      await build({ scripting: "test/helpdesk/scripting", out: dist });
      // Deskly is on loopback, without a certificate.
      for (const name of ["zap.js", "metadata.json"]) {
        const file = join(dist, name);
        writeFileSync(file, readFileSync(file, "utf8").replaceAll("https://", "http://"));
      }
      expect((await zapc(["export", "--to", "cli", app, "--dist", dist])).code).toBe(0);
      install(app);
      writeFileSync(join(app, ".env"), await environmentOf(deskly, dist));
    }, 60_000);

    afterAll(() => deskly.close());

    test("invokes a trigger", async () => {
      const out = await zapier(
        app,
        "invoke",
        "trigger",
        "updated_ticket",
        "--non-interactive",
        "--inputData",
        "{}",
      );
      expect(out).toContain('"title": "Printer on fire"');
    }, 60_000);

    test("invokes an action", async () => {
      const inputData = JSON.stringify({ email: "eve@example.com", name: "Eve" });
      const out = await zapier(
        app,
        "invoke",
        "create",
        "create_contact",
        "--non-interactive",
        "--inputData",
        inputData,
      );
      expect(out).toContain('"email": "eve@example.com"');
      expect(deskly.requests.at(-1)).toMatchObject({ method: "POST", path: "/api/contacts" });
    }, 60_000);
  });
});

/** The account that `invoke` reads from .env, once it is connected at Deskly. */
async function environmentOf(deskly: Deskly, dist: string): Promise<string> {
  const client = { client_id: "zapier", client_secret: "s3cret" };
  const files = { script: join(dist, "zap.js"), metadata: join(dist, "metadata.json") };
  const sim = await simulate({ ...files, ...client, auth_fields: { domain: new URL(deskly.origin).host } });
  const { url = "", state } = await sim.authorizeUrl();
  const code = new URL(await deskly.grant(url)).searchParams.get("code") ?? "";
  const { auth_fields } = await sim.connect({ code, state });
  await sim.close();
  const lines = Object.entries(auth_fields).map(([key, value]) => `authData_${key}=${value}`);
  return [...lines, `CLIENT_ID=${client.client_id}`, `CLIENT_SECRET=${client.client_secret}`, ""].join("\n");
}
