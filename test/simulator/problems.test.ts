import { describe, expect, test } from "vitest";
import type { Problem } from "zapc/simulator";
import type { Action, Search, SessionAuth } from "../../src/model/definitions.ts";
import { type Setting, simulateZap } from "./integration.ts";

const giveAnId = "Give each item an `id`: a text or a number that no other item has, and that never changes.";

/** The problems of a poll whose method returns this. */
async function problemsOf(returned: string, setting: Setting = {}): Promise<readonly Problem[]> {
  const sim = await simulateZap(`thing_poll: function (bundle) { return ${returned}; }`, setting);
  const { outcome, problems } = await sim.poll("thing");
  expect(outcome).toBe("succeeded");
  return problems;
}

describe("of a poll's items", () => {
  test("an item that is no object is lost", async () => {
    const kinds = { "'str'": "a text", "5": "a number", true: "true", null: "null", "[{ id: 1 }]": "a list" };
    expect(await problemsOf(`[{ id: 1 }, ${Object.keys(kinds)}, undefined]`)).toEqual(
      [...Object.values(kinds), "null"].map((kind, index) => ({
        code: "not-an-object",
        message: `items[${index + 1}] is ${kind}, and must be an object: the platform loses it.`,
        path: `/items/${index + 1}`,
        hint: "Make an object of each entry, with an `id` of its own.",
      })),
    );
  });

  test("an item without an id, or with an empty one, cannot be told from others", async () => {
    const items = "{ email: 'x' }, { id: undefined }, { id: null }, { id: NaN }, { id: '' }, { id: ' ' }";
    const problem = (index: number, is: string) => ({
      code: "no-id",
      message: `items[${index}] ${is}: the platform cannot tell whether it was seen before.`,
      path: `/items/${index}/id`,
      hint: giveAnId,
    });
    expect(await problemsOf(`[${items}]`)).toEqual([
      problem(0, "has no `id`"),
      problem(1, "has no `id`"),
      problem(2, "has an `id` that is null"),
      problem(3, "has an `id` that is null"),
      problem(4, "has an `id` that is empty"),
      problem(5, "has an `id` that is empty"),
    ]);
  });

  test("an id is a text or a number", async () => {
    expect(await problemsOf("[{ id: false }, { id: { n: 1 } }, { id: [1] }]")).toEqual(
      ["false", "an object", "a list"].map((kind, index) => ({
        code: "wrong-id",
        message: `items[${index}] has an \`id\` that is ${kind}, and must be a text or a number.`,
        path: `/items/${index}/id`,
        hint: giveAnId,
      })),
    );
  });

  test("only one of several items with the same id, as text or as a number, triggers", async () => {
    const ids = "{ id: 1 }, { id: 'a' }, { id: 0 }, { id: 1 }, { id: '1' }, { id: 'a' }, { id: '0' }";
    const repeated = { 3: 0, 4: 0, 5: 1, 6: 2 };
    expect(await problemsOf(`[${ids}]`)).toEqual(
      Object.entries(repeated).map(([index, earlier]) => ({
        code: "repeated-id",
        message: `items[${index}] has the same \`id\` as items[${earlier}]: only one of them triggers.`,
        path: `/items/${index}/id`,
        hint: `${giveAnId} A number and its text are the same.`,
      })),
    );
  });

  test("0, negative numbers, and texts that differ in case only are ids", async () => {
    expect(await problemsOf("[{ id: 0 }, { id: -1 }, { id: 'a' }, { id: 'A' }, { id: 1.5 }]")).toEqual([]);
  });

  test("each is told", async () => {
    const problems = await problemsOf(`[{ email: "x" }, "str", { id: null }, { id: 1 }, { id: 1 }]`);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ["no-id", "/items/0/id"],
      ["not-an-object", "/items/1"],
      ["no-id", "/items/2/id"],
      ["repeated-id", "/items/4/id"],
    ]);
  });

  test("there are none where the run fails", async () => {
    const sim = await simulateZap("thing_poll: function () { throw new ErrorException('no'); }");
    expect((await sim.poll("thing")).problems).toEqual([]);
  });

  test("the samples that the editor shows count, and no others", async () => {
    const sim = await simulateZap("", { http: () => Response.json([{}, { id: 1 }, { id: 2 }, {}]) });
    const { problems } = await sim.poll("thing", { meta: { frontend: true } });
    expect(problems.map(({ path }) => path)).toEqual(["/items/0/id"]);
  });

  test("the test of an account and a dropdown need no ids", async () => {
    const sim = await simulateZap("", { http: () => Response.json([{ name: "a" }, { name: "a" }]) });
    const runs = [
      await sim.poll("thing", { meta: { test_poll: true } }),
      await sim.poll("thing", { meta: { prefill: true } }),
      await sim.testAccount(),
    ];
    expect(runs.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test("the samples of a hook need none either, but must be objects", async () => {
    const sim = await simulateZap("", {
      trigger: { type: "static_hook" },
      http: () => Response.json([{ name: "a" }, "b"]),
    });
    const { problems } = await sim.poll("thing", { meta: { frontend: true } });
    expect(problems.map(({ code, path }) => [code, path])).toEqual([["not-an-object", "/items/1"]]);
  });
});

describe("of a Zap", () => {
  test("those of all that was polled are told, also when it is turned on", async () => {
    const answers = [[{ name: "a" }], [{ id: 2 }, { id: "2" }, { id: 3 }]];
    const sim = await simulateZap("", { http: () => Response.json(answers.shift()) });
    const zap = await sim.turnOn("thing");
    expect(zap.turnedOn.problems.map(({ code }) => code)).toEqual(["no-id"]);
    const { items, problems } = await zap.poll();
    expect(items).toEqual([{ id: 2 }, { id: 3 }]);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([["repeated-id", "/items/1/id"]]);
  });

  test("hooks need no ids", async () => {
    const sim = await simulateZap("", { trigger: { type: "static_hook" } });
    const zap = await sim.turnOn("thing");
    const { items, problems } = await zap.hook({ body: [{ name: "a" }, { name: "a" }] });
    expect({ items: items.length, problems }).toEqual({ items: 2, problems: [] });
  });
});

test("a call of a poll's method has those of its items", async () => {
  const sim = await simulateZap("thing_poll: function () { return [{ id: 1 }, { id: '1' }]; }");
  const request = { method: "GET", url: "https://a.example", headers: {}, params: {}, data: null } as const;
  const bundle = { request, url_raw: "", meta: {}, trigger_fields: {}, auth_fields: {}, zap: { id: 1 } };
  expect((await sim.call("thing_poll", bundle)).problems).toMatchObject([
    { code: "repeated-id", path: "/result/1/id" },
  ]);
});

const key = "k-4711/üb+er";
const auth_fields = { api_key: key };

describe("a credential", () => {
  test("is told where it stands, and is not shown", async () => {
    expect(
      await problemsOf(
        "[{ id: 1, links: [{ href: 'https://a.example/?k=' + bundle.auth_fields.api_key }] }]",
        {
          auth_fields,
        },
      ),
    ).toEqual([
      {
        code: "credential",
        message:
          "items[0].links[0].href holds the account's `api_key`: whoever sees the Zap's data can read it.",
        path: "/items/0/links/0/href",
        hint: "Return only what the user needs: not `bundle`, `bundle.request` or `bundle.auth_fields`.",
      },
    ]);
  });

  test("is found percent-encoded, in JSON, in Base64 and in hexadecimal", async () => {
    const sim = await simulateZap(
      `thing_poll: function (bundle) {
        var key = bundle.auth_fields.api_key;
        var bytes = unescape(encodeURIComponent(key));
        return [{
          id: 1,
          encoded: 'https://a.example/?key=' + encodeURIComponent(key),
          json: z.JSON.stringify({ key: key + '"' }),
          base64: 'Basic ' + btoa('user:' + bytes),
          hexadecimal: bytes.replace(/[^]/g, function (c) { return ('0' + c.charCodeAt(0).toString(16)).slice(-2); })
        }];
      }`,
      { auth_fields },
    );
    const { problems } = await sim.poll("thing");
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "credential /items/0/encoded",
      "credential /items/0/json",
      "credential /items/0/base64",
      "credential /items/0/hexadecimal",
    ]);
  });

  test("of a session counts, whatever was stored before a renewal", async () => {
    let session = 0;
    const sim = await simulateZap(
      `get_session_info: function () { return { token: z.request({ url: 'https://api.example.com/t' }).content, user: 'ada-lovelace' }; },
      thing_poll: function (bundle) {
        if (bundle.auth_fields.token === 'session-1') { throw new InvalidSessionException(); }
        return [{ id: 1, now: bundle.auth_fields.token, user: bundle.auth_fields.user }];
      }`,
      {
        http: () => {
          session += 1;
          return new Response(`session-${session}`);
        },
      },
    );
    const { items, problems } = await sim.poll("thing");
    expect(items).toEqual([{ id: 1, now: "session-2", user: "ada-lovelace" }]);
    expect(problems.map(({ path }) => path)).toEqual(["/items/0/now"]);
  });

  test("is what the authentication puts into a header with a name that sounds secret", async () => {
    const auth: Partial<SessionAuth> = {
      fields: [
        { key: "code", label: "Code", type: "unicode" },
        { key: "region", label: "Region", type: "unicode" },
        { key: "site_url", label: "Site", type: "unicode" },
      ],
      mapping: { "X-Api-Key": "{{region}}:{{code}}", "X-Site": "{{site_url}}" },
    };
    const given = { code: "c0de-1234", region: "europe-west", site_url: "https://site.example" };
    const problems = await problemsOf("[{ id: 1, all: bundle.auth_fields }]", { auth, auth_fields: given });
    expect(problems.map(({ path }) => path)).toEqual(["/items/0/all/code"]);
  });

  test.each([
    ["shorter than six characters", "abc12", "abc12 and abc123"],
    ["a common word", "password", "type: password"],
    ["part of another word", "berlin", "berliner"],
    ["part of another number", "123456", "91234567"],
  ])("is not taken for one where it is %s", async (_, api_key, text) => {
    expect(await problemsOf(`[{ id: 1, text: '${text}' }]`, { auth_fields: { api_key } })).toEqual([]);
  });

  test("is none of a domain, a user name, an address or a pointer", async () => {
    const auth: Partial<SessionAuth> = {
      fields: [
        { key: "domain", label: "Domain", type: "unicode" },
        { key: "username", label: "User", type: "unicode" },
        { key: "token_url", label: "Address", type: "unicode" },
        { key: "api_key", label: "Key", type: "password" },
      ],
    };
    const given = {
      domain: "data.example.com",
      username: "ada.lovelace",
      token_url: "https://login.example.com/token",
      api_key: key,
    };
    const problems = await problemsOf(
      `[{ id: 1, domain: bundle.auth_fields.domain, by: bundle.auth_fields.username, at: bundle.auth_fields.token_url,
        file: z.dehydrateFile('https://a.example/f', { headers: { Authorization: bundle.auth_fields.api_key }, params: {} }) }]`,
      { auth, auth_fields: given },
    );
    expect(problems).toEqual([]);
  });

  const action: Action = {
    key: "make",
    label: "Make Thing",
    noun: "Thing",
    help_text: "Makes a thing.",
    url: "https://api.example.com/things",
    fields: [{ key: "size", label: "Size", type: "unicode", prefill: "thing.id.title" }],
    sample: { id: 1 },
    methods: [],
  };
  const search: Search = {
    ...action,
    key: "find",
    fields: [{ key: "size", label: "Size", type: "unicode" }],
  };

  test("is found in what every step gives", async () => {
    const holds = "function (bundle) { return { id: 1, title: bundle.auth_fields.api_key }; }";
    const inList = "function (bundle) { return [{ id: 1, title: bundle.auth_fields.api_key, key: 'k' }]; }";
    const sim = await simulateZap(
      `thing_poll: ${inList}, hook_catch_hook: ${holds}, make_write: ${holds}, find_search: ${inList},
      make_custom_action_fields: function (bundle) { return [{ type: 'unicode', key: 'k', label: bundle.auth_fields.api_key }]; },
      get_connection_label: function (bundle) { return 'Key ' + bundle.auth_fields.api_key; },
      hydrated: function (bundle) { return bundle.auth_fields.api_key; },
      pointing_poll: function () { return [{ id: z.dehydrate('hydrated', {}) }]; }`,
      {
        auth_fields,
        actions: [action],
        searches: [search],
        triggers: [
          { ...action, key: "hook", type: "static_hook", fields: [], sample: { id: 1 } },
          { ...action, key: "pointing", type: "polling", fields: [], sample: { id: 1 } },
        ],
      },
    );
    const zap = await sim.turnOn("hook");
    const [item] = (await sim.poll("pointing")).items as { id: string }[];
    const runs = {
      hook: await zap.hook({ body: {} }),
      sample: await zap.hook({ body: {}, headers: { "X-Hook-Test": "true" } }),
      write: await sim.write("make"),
      search: await sim.search("find"),
      dropdown: await sim.dropdown({ action: "make", field: "size" }),
      fields: await sim.customFields({ action: "make" }),
      label: await sim.testAccount(),
      hydrated: await sim.hydrate(item?.id ?? ""),
    };
    const paths = Object.entries(runs).map(([name, { problems }]) => [
      name,
      problems.map(({ path }) => path),
    ]);
    expect(Object.fromEntries(paths)).toEqual({
      hook: ["/items/0/title"],
      sample: ["/samples/0/title"],
      write: ["/result/title"],
      search: ["/items/0/title", "/result/title"],
      dropdown: ["/choices/0/label"],
      fields: ["/fields/0/label"],
      label: ["/test_result/title", "/label"],
      hydrated: ["/result"],
    });
  });

  test("may stand in requests, tokens and sessions that a method is called for", async () => {
    const sim = await simulateZap(
      "get_session_info: function (bundle) { return { token: bundle.auth_fields.api_key }; }",
      { auth_fields },
    );
    const request = { url: "", headers: {}, params: {}, data: null };
    const run = await sim.call("get_session_info", { request, auth_fields, zap: { id: 1 } });
    expect(run).toMatchObject({ result: { token: key }, problems: [] });
  });
});

describe("a method that leaves something behind", () => {
  const counting = `count: 0,
    thing_pre_poll: function (bundle) { this.count += 1; return bundle.request; },
    thing_post_poll: function () { return [{ id: this.count }]; }`;

  test("is a problem where a later one uses it", async () => {
    const sim = await simulateZap(counting);
    const { items, problems } = await sim.poll("thing");
    expect(items).toEqual([{ id: 1 }]);
    expect(problems).toEqual([
      {
        code: "kept-state",
        message:
          "thing_post_poll uses what a method before it has left in this.count: today's runtime keeps it, and the documentation promises that each begins anew.",
        path: "",
        hint: "Work it out again, or hand it on in the request.",
      },
    ]);
  });

  test("is none on the legacy runtime, which keeps nothing", async () => {
    const sim = await simulateZap(counting, { runtime: "legacy" });
    expect((await sim.poll("thing")).problems).toEqual([]);
  });

  test("is a problem where it is a request that nobody waits for, which is sent", async () => {
    const sim = await simulateZap(
      `thing_pre_poll: function (bundle) {
        z.request({ url: 'https://a.example/side' }, function () {});
        return bundle.request;
      }`,
    );
    const { problems, requests } = await sim.poll("thing");
    expect(requests.map(({ url, response }) => [url, response?.status])).toEqual([
      ["https://a.example/side", 200],
      ["https://api.example.com/things", 200],
    ]);
    expect(problems).toEqual([
      {
        code: "not-awaited",
        message:
          "thing_pre_poll has ended before the answer to a request of its own: the work of the callback may be lost.",
        path: "",
        hint: "Call z.request without a callback, or end the method in it: `function (bundle, callback)`.",
      },
    ]);
  });
});
