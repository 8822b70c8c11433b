import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { simulate } from "zapc/simulator";
import { build } from "../../bin/index.mjs";
import type { Metadata } from "../../src/model/definitions.ts";
import { type Deskly, startDeskly } from "../helpdesk/deskly.ts";
import type { Platform } from "../platform/platform.ts";
import { client, observedInSimulator, observedOnRunner } from "./observed.ts";
import { type Runner, startRunner } from "./runner/start-runner.ts";
import { scenarios } from "./scenarios/index.ts";

// test/conformance/zap-agrees-with-runner.test.ts runs our own integration as it is exported.

let runner: Runner;

beforeAll(async () => {
  runner = await startRunner({ client, exported: true });
});

afterAll(() => runner.close());

const types = [...new Set(scenarios.map(({ auth }) => auth?.type ?? "session"))];

/** A few scenarios of each type of authentication, without those of a 429. */
const ofEachType = types.flatMap((type) =>
  scenarios
    .filter(({ auth, name }) => (auth?.type ?? "session") === type && !/429|cannot be refreshed/.test(name))
    .slice(0, 4),
);

test("there are scenarios of every type of authentication", () => {
  expect([...types].sort()).toEqual([
    ...["api_key", "basic", "digest", "none", "oauth1", "oauth2", "oauth2_refresh", "session"],
  ]);
});

test.each(ofEachType)("an exported app does as the simulator: $name", async (scenario) => {
  expect(await observedOnRunner(scenario, runner)).toEqual(await observedInSimulator(scenario));
});

test("post_poll of an exported app sees a 429", async () => {
  const throttled = scenarios.find(({ name }) => name === "raises a 429 before post_poll");
  if (!throttled) throw new Error("there is no such scenario");
  const { outcome } = await observedOnRunner(throttled, runner);
  expect(outcome).toEqual({ error: { name: "HaltedException", message: "mine" } });
});

describe("the exported helpdesk does as the simulator", () => {
  const client = { client_id: "zapier", client_secret: "s3cret" };
  const folder = mkdtempSync(join(tmpdir(), "zapc-exported-"));
  let deskRunner: Runner;
  let seen: { readonly simulator: object; readonly runner: object };

  beforeAll(async () => {
    await build({ scripting: "test/helpdesk/scripting", out: folder });
    // Deskly is on loopback, without a certificate.
    for (const name of ["zap.js", "metadata.json"]) {
      const text = readFileSync(join(folder, name), "utf8");
      writeFileSync(join(folder, name), text.replaceAll("https://", "http://"));
    }
    deskRunner = await startRunner({ client, exported: true });
    seen = { simulator: await observed(inSimulator), runner: await observed(onRunner) };
  }, 60_000);

  afterAll(async () => {
    await deskRunner.close();
    rmSync(folder, { recursive: true });
  });

  const inSimulator = (auth_fields: { domain: string }) =>
    simulate({
      script: join(folder, "zap.js"),
      metadata: join(folder, "metadata.json"),
      auth_fields,
      ...client,
    });

  const onRunner = async (auth_fields: { domain: string }) => {
    const metadata: Metadata = JSON.parse(readFileSync(join(folder, "metadata.json"), "utf8"));
    return deskRunner.connect({
      script: readFileSync(join(folder, "zap.js"), "utf8"),
      metadata,
      auth_fields,
    });
  };

  async function observed(connect: (auth_fields: { domain: string }) => Promise<Platform>): Promise<object> {
    const deskly = await startDeskly();
    const domain = new URL(deskly.origin).host;
    const platform = await connect({ domain });
    try {
      await connectAccount(platform, deskly);
      const ended = await everyStep(platform, domain);
      const asked = deskly.requests.map(({ method, path, body }) => ({ method, path, body }));
      return JSON.parse(
        JSON.stringify({ ended, asked })
          .replaceAll(domain, "DOMAIN")
          .replace(/-{6,}\w+/g, "BOUNDARY"),
      );
    } finally {
      await platform.close();
      deskly.close();
    }
  }

  test("in the results of its triggers, actions and searches, and in all that they asked", () => {
    expect(seen.runner).toEqual(seen.simulator);
    expect(JSON.stringify(seen.simulator)).not.toContain('"error"');
  });
});

async function connectAccount(platform: Platform, deskly: Deskly): Promise<void> {
  const state = "st4te";
  const redirect_uri = "https://zapier.com/dashboard/auth/oauth/return/App/";
  const { url = "" } = await platform.authorizeUrl({ redirect_uri, state });
  const code = new URL(await deskly.grant(String(url))).searchParams.get("code") ?? "";
  const { error } = await platform.connect({ code, state });
  if (error) throw error;
}

/** Does every trigger, action and search of the helpdesk, and gives their results. */
async function everyStep(platform: Platform, domain: string): Promise<object[]> {
  const target_url = "https://hooks.zapier.com/hooks/standard/1/";
  const account = await platform.testAccount();
  const polled = [];
  for (const trigger of ["queues", "new_ticket", "updated_ticket"])
    polled.push(await platform.poll(trigger, { meta: { frontend: true } }));
  const zap = await platform.turnOn("new_ticket", { trigger_fields: { queue: "support" }, target_url });
  const hook = await zap.hook({
    body: { kind: "tickets", tickets: [{ number: 9, title: "Smoke", priority: 2 }] },
  });
  await zap.turnOff();
  const rated = await platform.turnOn("new_rating", { trigger_fields: { at_most: 2 }, target_url });
  const rating = await rated.hook({ body: { resource_url: `http://${domain}/api/ratings/12` } });
  const fields = await platform.customFields({ action: "create_ticket" });
  const ticket = { title: "Help", queue: "support", requester__email: "bob@example.com", tags: ["fire"] };
  const parts = [{ sku: "P1", quantity: "2", price: "3.50" }];
  const created = await platform.write("create_ticket", { action_fields: { ...ticket, parts } });
  const contact = await platform.write("create_contact", {
    action_fields: { email: "eve@example.com", name: "Eve" },
  });
  const found = await platform.search("find_contact", { search_fields: { email: "ann@example.com" } });
  const made = await platform.search("find_contact", {
    search_fields: { email: "bob@example.com" },
    create: { action_fields: { email: "bob@example.com", name: "Bob" } },
  });
  const queue = await platform.search("find_queue", { search_fields: { name: "sales" } });
  return [
    { valid: account.valid, label: account.label },
    ...polled.map(({ items, error }) => ({ items, error })),
    ...[hook, rating].map(({ items, error }) => ({ items, error })),
    { fields: fields.fields },
    ...[created, contact, found, made, queue].map(({ result, error }) => ({ result, error })),
  ];
}
