import { readFileSync, statSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Deskly, startDeskly } from "./deskly.ts";
import { domain, InstalledHelpdesk } from "./installed-helpdesk.ts";

/*
 * A made-up helpdesk from its sources to the platform, as its author would walk it: with the packed zapc, in a project of its
 * own whose path has a space, on the command line and in programs, against real HTTP.
 */
let helpdesk: InstalledHelpdesk;
let deskly: Deskly;

beforeAll(async () => {
  helpdesk = new InstalledHelpdesk();
  const { code, stderr } = await helpdesk.zapc(["build"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
}, 120_000);
afterAll(() => helpdesk.remove());

beforeEach(async () => {
  deskly = await startDeskly();
});
afterEach(() => deskly.close());

/** The output of `zapc simulate … --json` with the connected account. */
async function simulated(...args: string[]) {
  const options = ["--auth", "account.json", "--url-base", deskly.origin, "--json"];
  const { code, stdout, stderr } = await helpdesk.zapc(["simulate", ...args, ...options]);
  return { code, stderr, run: JSON.parse(stdout) };
}

/** Connects the account: account.json has its tokens. */
async function connectAccount(): Promise<void> {
  await (await helpdesk.connected(deskly)).close();
  deskly.requests.length = 0;
}

/** The requests that have reached Deskly: `GET /api/me`. */
function arrived(): string[] {
  return deskly.requests.map(({ method, path }) => `${method} ${path}`);
}

describe("the account", () => {
  test("is connected by OAuth2 on the command line, which keeps its tokens", async () => {
    helpdesk.write("auth.json", { domain });
    const args = ["--auth", "auth.json", "--save", "saved.json", "--url-base", deskly.origin];
    const conversation = helpdesk.talk(["simulate", "auth", ...args]);
    const url = await conversation.asked(/https:\S+/);
    expect(new URL(url).searchParams.get("scope")).toBe("tickets");
    conversation.type(`${await deskly.grant(url)}\n`);

    const { code, stdout } = await conversation.ended();
    expect(code).toBe(0);
    expect(stdout).toContain("The account works. It is named: Ann (acme)");
    expect(JSON.parse(readFileSync(helpdesk.path("saved.json"), "utf8"))).toEqual({
      generator: expect.stringMatching(/^zapc /),
      domain,
      ...{ access_token: "access-2", refresh_token: "refresh-2", team: "acme" },
    });
    expect(statSync(helpdesk.path("saved.json")).mode & 0o777).toBe(0o600);
  });

  test("is tested with another access token once the first has expired", async () => {
    await connectAccount();
    deskly.expireTokens();
    const { code, run } = await simulated("auth");
    expect(code).toBe(0);
    expect(run.test).toMatchObject({ valid: true, outcome: "refreshed", label: "Ann (acme)" });
    expect(run.test.auth_fields).toMatchObject({
      access_token: "redacted-access-token",
      refresh_token: "redacted-refresh-token",
    });
    expect(arrived()).toEqual(["GET /api/me", "POST /oauth/token", "GET /api/me"]);
  });

  test("is not valid once its refresh token was used, and the user reads what Deskly says", async () => {
    await connectAccount();
    deskly.expireTokens();
    await simulated("auth");
    deskly.expireTokens();
    const { code, run } = await simulated("auth");
    expect(code).toBe(1);
    expect(run.test).toMatchObject({
      valid: false,
      message: expect.stringContaining("This grant is not valid."),
    });
  });
});

describe("a polling trigger", () => {
  test("gives an item for each change, with pointers for later", async () => {
    await connectAccount();
    helpdesk.write("fields.json", { queue: "support", urgent: "yes", since: "2026-02-01T00:00:00Z" });
    const { code, run } = await simulated("poll", "updated_ticket", "--fields", "fields.json");
    expect(code).toBe(0);
    expect(run.items).toEqual([
      {
        id: "7@2026-03-01T09:00:00Z",
        ...{ number: 7, title: "Printer on fire", priority: 3 },
        conversation: expect.stringMatching(/^hydrate\|\|\|.*\|\|\|hydrate$/),
        attachment: expect.stringMatching(/^hydrate\|\|\|.*\|\|\|hydrate$/),
      },
    ]);
    expect(run.logs).toMatchObject([{ text: "1 of 2 tickets", method: "updated_ticket_post_poll" }]);
    expect(arrived()).toEqual(["GET /api/tickets?queue=support&since=2026-02-01T00%3A00%3A00Z"]);
  });

  test("gives pointers that can be followed: to a method's result, and to a file", async () => {
    await connectAccount();
    const { run } = await simulated("poll", "updated_ticket");
    helpdesk.write("conversation.txt", run.items[0].conversation);
    const hydrated = await simulated("hydrate", "conversation.txt");
    expect(hydrated).toMatchObject({ code: 0, run: { result: "Ann: Have you tried water?" } });

    helpdesk.write("attachment.txt", run.items[0].attachment);
    const file = await simulated("hydrate", "attachment.txt", "--save", "fire.txt");
    expect(file).toMatchObject({ code: 0, run: { file: { filename: "fire.txt", length: 9 } } });
    expect(readFileSync(helpdesk.path("fire.txt"), "utf8")).toBe("It burns.");
  });

  test("fails on the command line when the platform would lose an item", async () => {
    await connectAccount();
    deskly.tickets.push(...deskly.tickets);
    const { code, run } = await simulated("poll", "updated_ticket");
    expect(code).toBe(1);
    expect(run).toMatchObject({
      outcome: "succeeded",
      problems: [{ path: "/items/2/id" }, { path: "/items/3/id" }],
    });
  });

  test("triggers a Zap once for each change", async () => {
    const sim = await helpdesk.connected(deskly);
    const zap = await sim.turnOn("updated_ticket");
    expect((await zap.poll()).items).toEqual([]);
    deskly.tickets.push({ number: 9, title: "Smoke", priority: 2, updated_at: "2026-03-02T09:00:00Z" });
    expect((await zap.poll()).items).toMatchObject([{ id: "9@2026-03-02T09:00:00Z" }]);
    expect((await zap.poll()).items).toEqual([]);
    await sim.close();
  });
});

describe("a trigger with hooks", () => {
  test("subscribes, triggers for each ticket of a hook, and unsubscribes", async () => {
    await connectAccount();
    helpdesk.write("scenario.json", {
      trigger: "new_ticket",
      trigger_fields: { queue: "support" },
      steps: [
        { type: "hook", body: { kind: "ping" } },
        { type: "hook", body: { kind: "tickets", tickets: [{ number: 9, title: "Smoke", priority: 2 }] } },
        { type: "turn_off" },
      ],
    });
    const { code, run } = await simulated("zap", "scenario.json");
    expect(code).toBe(0);
    expect(
      run.map(({ step, run: { items } }: { step: string; run: { items?: object[] } }) => [step, items]),
    ).toEqual([
      ["turn_on", undefined],
      ["hook", []],
      ["hook", [{ id: 9, number: 9, title: "Smoke", priority: 2 }]],
      ["turn_off", undefined],
    ]);
    expect(arrived()).toEqual(["POST /api/hooks", "DELETE /api/hooks/81"]);
    expect(JSON.parse(deskly.requests[0]?.body ?? "")).toMatchObject({
      event: "ticket.opened",
      queue: "support",
    });
    expect(deskly.hooks.size).toBe(0);
  });

  test("reads what a notification only names", async () => {
    const sim = await helpdesk.connected(deskly);
    const zap = await sim.turnOn("new_rating", { trigger_fields: { at_most: 2 } });
    const run = await zap.hook({ body: { resource_url: `https://${domain}/api/ratings/12` } });
    expect(run.items).toEqual([{ id: 12, stars: 2, text: "Still on fire" }]);
    await sim.close();
  });
});

describe("an action", () => {
  test("is given custom fields, and sends them with line items as JSON", async () => {
    await connectAccount();
    const asked = await simulated("fields", "actions/create_ticket");
    expect(asked.run.fields).toMatchObject([
      { key: "custom__size", label: "Size of the Fire", required: false },
    ]);
    helpdesk.write("custom.json", asked.run);
    helpdesk.write("fields.json", {
      ...{ title: "Help", queue: "support", requester__email: "bob@example.com", silent: "no" },
      ...{ tags: ["fire", "urgent"], due: "2026-03-02T09:00:00Z", custom__size: "3" },
    });
    // The second line leaves a quantity out, and the script takes 1.
    const parts = [
      { sku: "P1", quantity: "2", price: "3.50" },
      { sku: "P2", quantity: "", price: "10" },
    ];
    const lines = ["--field", `parts:=${JSON.stringify(parts)}`];
    const args = ["--fields", "fields.json", ...lines, "--custom-fields", "custom.json"];
    const { code, run } = await simulated("write", "create_ticket", ...args);
    expect(code).toBe(0);
    expect(run).toMatchObject({ outcome: "succeeded", result: { id: 8, number: 8, total: 17 } });
    const sent = deskly.requests.at(-1);
    expect(sent?.path).toBe("/api/tickets?silent=false");
    expect(JSON.parse(sent?.body ?? "")).toEqual({
      ticket: {
        ...{ title: "Help", queue: "support", requester: { email: "bob@example.com" } },
        ...{ tags: ["fire", "urgent"], due: "2026-03-02T09:00:00Z", custom: { size: 3 }, total: 17 },
        parts: [
          { sku: "P1", quantity: 2, price: 3.5 },
          { sku: "P2", price: 10 },
        ],
      },
    });
  });

  test("sends a file as a part of a multipart body", async () => {
    await connectAccount();
    const file = `https://${domain}/files/fire.txt`;
    helpdesk.write("fields.json", { ticket: 7, caption: "Fire", file });
    const { code, run } = await simulated("write", "attach_file", "--fields", "fields.json");
    expect(code).toBe(0);
    expect(run.result).toEqual({ id: 31, ticket: 7 });
    const { path, headers, body } = deskly.requests.at(-1) ?? {};
    expect(path).toBe("/api/tickets/7/files");
    expect(headers?.["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(body).toContain('name="data"\r\n\r\n{"caption":"Fire"}');
    expect(body).toMatch(/name="file"; filename="fire.txt"[\s\S]*It burns\./);
  });
});

describe("a search", () => {
  test("reads what it finds", async () => {
    await connectAccount();
    helpdesk.write("fields.json", { email: "ann@example.com" });
    const { code, run } = await simulated("search", "find_contact", "--fields", "fields.json");
    expect(code).toBe(0);
    expect(run).toMatchObject({ created: false, result: { id: 55, tickets: 2 } });
    expect(arrived()).toEqual(["GET /api/contacts?email=ann%40example.com", "GET /api/contacts/55"]);
  });

  test("creates what it does not find", async () => {
    await connectAccount();
    helpdesk.write("fields.json", { email: "bob@example.com" });
    helpdesk.write("create.json", { email: "bob@example.com", name: "Bob" });
    const files = ["--fields", "fields.json", "--create", "create.json"];
    const { code, run } = await simulated("search", "find_contact", ...files);
    expect(code).toBe(0);
    expect(run).toMatchObject({ created: true, result: { id: 56, tickets: 2 } });
    expect(arrived().slice(1)).toEqual(["POST /api/contacts", "GET /api/contacts/56"]);
  });
});

describe("the editor", () => {
  test("fills a dropdown page by page, and a field by a search", async () => {
    await connectAccount();
    const first = await simulated("dropdown", "actions/create_ticket", "queue");
    expect(first.run.choices).toEqual([
      { value: "support", label: "Support" },
      { value: "sales", label: "Sales" },
    ]);
    const second = await simulated("dropdown", "actions/create_ticket", "queue", "--page", "1");
    expect(second.run.choices).toEqual([]);
    expect(arrived()).toEqual(["GET /api/queues?page=1", "GET /api/queues?page=2"]);

    const args = ["searchfill", "actions/create_ticket", "queue", "--field", "name=sales"];
    expect(await simulated(...args)).toMatchObject({ code: 0, run: { value: "sales" } });
  });
});

describe("one method", () => {
  test("is called with a bundle of one's own", async () => {
    await connectAccount();
    helpdesk.write("bundle.json", {
      ...{ trigger_fields: { at_most: 1 }, auth_fields: { domain }, zap: { id: 1 } },
      request: { url: "", method: "GET", headers: {}, params: {}, data: null },
      response: { status_code: 200, headers: {}, content: '{"rating":{"id":12,"stars":2}}' },
    });
    const { code, run } = await simulated("call", "new_rating_post_hook", "--bundle", "bundle.json");
    expect({ code, result: run.result }).toEqual({ code: 0, result: [] });
  });
});

describe("a recording", () => {
  test("answers in place of Deskly, and holds nothing of the account", async () => {
    await connectAccount();
    const recorded = await simulated("poll", "updated_ticket", "--record", "tickets.json");
    expect(recorded.code).toBe(0);
    const recording = readFileSync(helpdesk.path("tickets.json"), "utf8");
    expect(recording).not.toMatch(/access-\d|refresh-\d|s3cret|acme\.deskly/);

    helpdesk.write("another.json", {
      domain: "other.deskly.example",
      ...{ access_token: "another", refresh_token: "yet another", team: "others" },
    });
    const args = ["poll", "updated_ticket", "--auth", "another.json", "--replay", "tickets.json", "--json"];
    const { code, stdout } = await helpdesk.zapc(["simulate", ...args]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).items).toHaveLength(2);
  });
});

describe("the pasted script", () => {
  test("is compared with the sources", async () => {
    const built = readFileSync(helpdesk.path("dist/zap.js"), "utf8");
    const current = await helpdesk.zapc(["status"], built);
    expect(current).toMatchObject({ code: 0, stdout: expect.stringContaining("is what the sources give") });
    const edited = await helpdesk.zapc(["status", "--json"], built.replace("priority > 2", "priority > 1"));
    expect(edited.code).toBe(1);
    expect(JSON.parse(edited.stdout)).toMatchObject({ ok: false, state: "edited" });
  });

  test("has stack traces that lead to the sources", async () => {
    const sim = await helpdesk.connected(deskly);
    deskly.tickets.push(null as never);
    const { error } = await sim.poll("updated_ticket", { trigger_fields: { urgent: true } });
    await sim.close();
    expect(error).toMatchObject({ name: "TypeError", method: "updated_ticket_post_poll" });
    expect(error?.stack).toMatch(/^ {4}at .*triggers\/updated_ticket\.ts:\d+:\d+/);

    const { script_stack = "" } = error ?? {};
    for (const trace of [script_stack, asOnThePlatform(script_stack)]) {
      const { code, stdout } = await helpdesk.zapc(["trace", "--json"], trace);
      expect(code).toBe(0);
      const [frame] = JSON.parse(stdout).lines.flatMap(({ frames }: { frames: object[] }) => frames);
      expect(frame).toMatchObject({ file: "triggers/updated_ticket.ts", source_line: urgentOnes });
    }
  });
});

const urgentOnes =
  "  const chosen = trigger_fields.urgent ? tickets.filter(({ priority }) => priority > 2) : tickets;";

/** `at f (/home/me/dist/zap.js:12:34)` -> as the platform's logs have it: its runner evaluates the script in a function. */
function asOnThePlatform(trace: string): string {
  const loader = "eval at compileLegacyScriptingSource (/var/task/node_modules/runner/index.js:489:10)";
  return trace.replace(
    /\(?\/[^\n]*zap\.js:(\d+):(\d+)\)?/g,
    (_, line, column) => `(${loader}, <anonymous>:${Number(line) + 2}:${column})`,
  );
}
