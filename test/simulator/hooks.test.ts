import { expect, test } from "vitest";
import { type Setting, sharingSimulators } from "./integration.ts";

const simulateZap = sharingSimulators();

const restHook: Setting = {
  trigger: { type: "rest_hook", event: "thing.created" },
  app: {
    subscribe_url: "https://api.example.com/hooks",
    unsubscribe_url: "https://api.example.com/hooks/gone",
  },
};
const staticHook: Setting = { trigger: { type: "static_hook" } };
const notification: Setting = { ...restHook, trigger: { type: "notification_hook", event: "thing.created" } };

async function turnedOn(methods: string, setting: Setting) {
  const sim = await simulateZap(methods, setting);
  return sim.turnOn("thing", { target_url: "https://hooks.zapier.com/1/" });
}

const subscribed =
  '{"subscription_url":"https://hooks.zapier.com/1/","target_url":"https://hooks.zapier.com/1/","event":"thing.created"}';

test("a REST hook subscribes, triggers for what arrives and unsubscribes", async () => {
  const zap = await turnedOn("", { ...restHook, http: () => Response.json({ id: 9 }, { status: 201 }) });
  expect(zap.turnedOn.requests).toMatchObject([
    { method: "POST", url: "https://api.example.com/hooks", body: subscribed },
  ]);
  expect(zap.subscribe_data).toEqual({ id: 9 });

  const run = await zap.hook({ body: { id: 1, name: "Ada" } });
  expect(run).toMatchObject({ items: [{ id: 1, name: "Ada" }], reply: { status: 200 } });

  expect((await zap.turnOff()).requests).toMatchObject([
    { method: "POST", url: "https://api.example.com/hooks/gone", body: subscribed },
  ]);
  expect((await zap.hook({ body: { id: 2 } })).reply.status).toBe(410);
});

test("scripting changes the subscription and keeps what it needs to undo it", async () => {
  const zap = await turnedOn(
    `pre_subscribe: function (bundle) {
       bundle.request.data = z.JSON.stringify({ to: bundle.target_url, on: bundle.event });
       return bundle.request;
     },
     post_subscribe: function (bundle) { return { hook: z.JSON.parse(bundle.response.content).id }; },
     pre_unsubscribe: function (bundle) {
       return { method: 'DELETE', url: bundle.request.url + '/' + bundle.subscribe_data.hook, data: null };
     }`,
    { ...restHook, http: () => Response.json({ id: 9 }) },
  );
  expect(zap.turnedOn.requests.map(({ body }) => body)).toEqual([
    '{"to":"https://hooks.zapier.com/1/","on":"thing.created"}',
  ]);
  expect(zap.subscribe_data).toEqual({ hook: 9 });
  expect((await zap.turnOff()).requests).toMatchObject([
    { method: "DELETE", url: "https://api.example.com/hooks/gone/9", body: null },
  ]);
});

test("a Zap whose subscription is refused is not on", async () => {
  const zap = await turnedOn("", { ...restHook, http: () => new Response("taken", { status: 409 }) });
  expect(zap.live).toBe(false);
  expect(zap.turnedOn.error?.message).toBe("The server returned 409 to https://api.example.com/hooks: taken");
});

test("the editor subscribes with X-Hook-Test", async () => {
  const sim = await simulateZap("", restHook);
  const zap = await sim.turnOn("thing", { meta: { frontend: true } });
  expect(zap.turnedOn.requests[0]?.headers["X-Hook-Test"]).toBe("true");
});

test("a hook with X-Hook-Test is a sample and triggers nothing", async () => {
  const zap = await turnedOn("", staticHook);
  expect(await zap.hook({ headers: { "x-hook-test": "true" }, body: [{ id: 1 }] })).toMatchObject({
    items: [],
    samples: [{ id: 1 }],
  });
});

test("a static webhook is kept as a sample while its Zap is off", async () => {
  const zap = await turnedOn("", staticHook);
  await zap.turnOff();
  const { items, samples, reply } = await zap.hook({ body: { id: 1 } });
  expect({ items, samples, status: reply.status }).toEqual({ items: [], samples: [{ id: 1 }], status: 200 });
});

test("a hook of more than 100 MB is refused", async () => {
  const zap = await turnedOn("", restHook);
  const { items, reply } = await zap.hook({ body: " ".repeat(100_000_001) });
  expect({ items, status: reply.status }).toEqual({ items: [], status: 413 });
});

test("a hook with X-Hook-Secret is confirmed", async () => {
  const zap = await turnedOn("", restHook);
  expect(await zap.hook({ headers: { "X-Hook-Secret": "s" } })).toMatchObject({
    items: [],
    reply: { status: 200, headers: { "X-Hook-Secret": "s" } },
  });
});

test("a DELETE to the Zap's address turns it off", async () => {
  const zap = await turnedOn("", restHook);
  expect((await zap.hook({ method: "DELETE" })).reply.status).toBe(200);
  expect(zap.live).toBe(false);
});

const parsed = [
  ["JSON", { body: { id: 1 } }, { id: 1 }],
  [
    "a query string",
    { querystring: "hello=world", body: { id: 1 } },
    { queryset: { hello: "world" }, id: 1 },
  ],
  [
    "XML",
    { body: "<thing><id>1</id><tag>a</tag><tag>b</tag></thing>" },
    { thing: { id: "1", tag: ["a", "b"] } },
  ],
  [
    "a form with JSON and XML in it",
    {
      querystring: "hello=world",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "some_json=%7B%22foo%22%3A%22hooray!%22%7D&some_xml=%3Cbar%3Eyay!%3C%2Fbar%3E&n=5",
    },
    { queryset: { hello: "world" }, some_json: { foo: "hooray!" }, some_xml: { bar: "yay!" }, n: "5" },
  ],
] as const;

test.each(parsed)("parses %s", async (_, hook, item) => {
  const zap = await turnedOn("", staticHook);
  expect((await zap.hook(hook)).items).toEqual([item]);
});

// Each as Python's xmltodict reads it.
test.each([
  ["<a/>", { a: null }],
  ["<a> </a>", { a: null }],
  ['<a b="1"/>', { a: { "@b": "1" } }],
  ['<a b="1">x</a>', { a: { "@b": "1", "#text": "x" } }],
  ["<a>x<b/> y</a>", { a: { b: null, "#text": "x y" } }],
  ["<a>x <b>1</b> y</a>", { a: { b: "1", "#text": "x  y" } }],
  ["<a><b/><b>1</b><b c='2'/></a>", { a: { b: [null, "1", { "@c": "2" }] } }],
  ["<a>&#65;&#x42;&amp;&lt;&#x1F600;</a>", { a: "AB&<😀" }],
  ["<a>1<![CDATA[ <2> ]]>3</a>", { a: "1 <2> 3" }],
  ["<constructor>1</constructor>", { constructor: "1" }],
  ["<a><toString/><valueOf>1</valueOf></a>", { a: { toString: null, valueOf: "1" } }],
  [
    "<?xml version='1.0'?><!-- c --><n:a xmlns:n='u'><n:b>0</n:b></n:a>",
    { "n:a": { "@xmlns:n": "u", "n:b": "0" } },
  ],
])("reads the XML %s", async (body, item) => {
  const zap = await turnedOn("", staticHook);
  expect((await zap.hook({ body })).items).toEqual([item]);
});

test("reads an element __proto__ as any other", async () => {
  const zap = await turnedOn("", staticHook);
  const { items } = await zap.hook({ body: "<a><__proto__><b>1</b></__proto__></a>" });
  expect(JSON.stringify(items)).toBe('[{"a":{"__proto__":{"b":"1"}}}]');
});

test.each(["<a>", "<a><b></a></b>", "<a>&foo;</a>", "<a>&constructor;</a>", "<a/>text"])(
  "reads nothing of %s, which is no XML",
  async (body) => {
    const zap = await turnedOn("", staticHook);
    const { items } = await zap.hook({ headers: { "content-type": "text/xml" }, body });
    expect(items).toEqual([]);
  },
);

test("a list at the root triggers for each of its objects, and wins over the query string", async () => {
  const zap = await turnedOn("", staticHook);
  expect((await zap.hook({ querystring: "a=1", body: [{ id: 1 }, { id: 2 }] })).items).toEqual([
    { id: 1 },
    { id: 2 },
  ]);
});

test("catch_hook sees the hook as it came and as the platform parsed it", async () => {
  const zap = await turnedOn(
    `thing_catch_hook: function (bundle) {
       return { raw: bundle.request, cleaned: bundle.cleaned_request };
     }`,
    staticHook,
  );
  const hook = { querystring: "a=1", headers: { "X-One": "1" }, body: '{"id":1}' };
  expect((await zap.hook(hook)).items).toEqual([
    {
      raw: { method: "POST", headers: { "X-One": "1" }, querystring: "a=1", content: '{"id":1}' },
      cleaned: { queryset: { a: "1" }, id: 1 },
    },
  ]);
});

test.each(["[]", "{}"])("catch_hook triggers nothing with %s", async (result) => {
  const zap = await turnedOn(`thing_catch_hook: function () { return ${result}; }`, staticHook);
  expect(await zap.hook({ body: { id: 1 } })).toMatchObject({ outcome: "succeeded", items: [] });
});

test("catch_hook can stop silently", async () => {
  const zap = await turnedOn(
    "thing_catch_hook: function () { throw new StopRequestException('no'); }",
    staticHook,
  );
  expect(await zap.hook({ body: { id: 1 } })).toMatchObject({ outcome: "stopped", items: [] });
});

test("the items of a notification are read where it says", async () => {
  const zap = await turnedOn(
    `thing_pre_hook: function (bundle) { bundle.request.params.full = 1; return bundle.request; },
     thing_post_hook: function (bundle) { return [z.JSON.parse(bundle.response.content)]; }`,
    { ...notification, http: (request) => Response.json({ url: request.url }) },
  );
  const run = await zap.hook({ body: [{ resource_url: "https://api.example.com/things/1" }] });
  expect(run.items).toEqual([{ url: "https://api.example.com/things/1?full=1" }]);
});

test("a notification without a resource_url goes to catch_hook", async () => {
  const zap = await turnedOn(
    "thing_catch_hook: function (bundle) { return { id: bundle.cleaned_request.id, caught: true }; }",
    notification,
  );
  expect((await zap.hook({ body: { id: 1 } })).items).toEqual([{ id: 1, caught: true }]);
});

test("on the legacy runtime catch_hook may say where a notification can be read", async () => {
  const zap = await turnedOn(
    `thing_catch_hook: function (bundle) {
       return { resource_url: 'https://api.example.com/things/' + bundle.cleaned_request.id };
     }`,
    { ...notification, runtime: "legacy", http: (request) => Response.json({ url: request.url }) },
  );
  expect((await zap.hook({ body: { id: 1 } })).items).toEqual([{ url: "https://api.example.com/things/1" }]);
});

test("a hook trigger is polled for samples only", async () => {
  const sim = await simulateZap("", {
    trigger: { type: "rest_hook", event: "x", url: "https://api.example.com/things" },
    http: () => Response.json([{ id: 1 }]),
  });
  await expect(sim.poll("thing")).rejects.toThrow("Failed to poll thing: the trigger waits for hooks.");
  expect((await sim.poll("thing", { meta: { frontend: true } })).items).toEqual([{ id: 1 }]);
});
