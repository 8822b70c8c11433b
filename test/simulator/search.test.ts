import { expect, test } from "vitest";
import type { Action, Search } from "../../src/model/definitions.ts";
import { type Setting, sharingSimulators } from "./integration.ts";

const simulateZap = sharingSimulators();

const findThing: Search = {
  key: "find_thing",
  label: "Find Thing",
  noun: "Thing",
  help_text: "Finds a thing.",
  url: "https://api.example.com/things?name={{name}}",
  resource_url: "https://api.example.com/things/{{id}}",
  search_or_create: "make_thing",
  fields: [{ key: "name", label: "Name", type: "unicode", required: true }],
  sample: { id: 1 },
  methods: [],
};
const makeThing: Action = {
  key: "make_thing",
  label: "Make Thing",
  noun: "Thing",
  help_text: "Makes a thing.",
  url: "https://api.example.com/things",
  fields: [
    { key: "name", label: "Name", type: "unicode" },
    {
      key: "owner_id",
      label: "Owner",
      type: "unicode",
      prefill: "owner.id.meta__label",
      searchfill: "find_thing.owner_id",
    },
  ],
  sample: { id: 1 },
  methods: [],
};
const setting: Setting = {
  searches: [findThing],
  actions: [makeThing],
  triggers: [
    {
      key: "owner",
      type: "polling",
      label: "New Owner",
      noun: "Owner",
      help_text: "Fills a dropdown.",
      url: "https://api.example.com/owners",
      fields: [{ key: "name", label: "Name", type: "unicode", required: true }],
      sample: { id: 1 },
      methods: [],
      paging: true,
    },
  ],
};
const search_fields = { name: "Ada" };

/** Answers by method and path. */
function api(answers: { readonly [call: string]: unknown }) {
  return (request: Request) => {
    const { pathname } = new URL(request.url);
    return Response.json(answers[`${request.method} ${pathname}`]);
  };
}

test("uses the first match, as its resource says", async () => {
  const http = api({
    "GET /things": [{ id: 7 }, { id: 8 }],
    "GET /things/7": { id: 7, name: "Ada", age: 40 },
  });
  const sim = await simulateZap("", { ...setting, http });
  expect(await sim.search("find_thing", { search_fields })).toMatchObject({
    outcome: "succeeded",
    items: [{ id: 7 }, { id: 8 }],
    result: { id: 7, name: "Ada", age: 40 },
    created: false,
    requests: [
      { method: "GET", url: "https://api.example.com/things?name=Ada" },
      { method: "GET", url: "https://api.example.com/things/7" },
    ],
  });
});

test("a search that finds nothing stops, and nobody is told", async () => {
  const sim = await simulateZap("", { ...setting, http: api({ "GET /things": [] }) });
  const run = await sim.search("find_thing", { search_fields });
  expect(run).toMatchObject({ outcome: "stopped", items: [], created: false });
  expect(run.result).toBeUndefined();
});

test("creates what is not found, and reads it", async () => {
  const http = api({
    "GET /things": [],
    "POST /things": { id: 9 },
    "GET /things/9": { id: 9, name: "Ada", fresh: true },
  });
  const sim = await simulateZap("", { ...setting, http });
  const run = await sim.search("find_thing", {
    search_fields,
    create: { action_fields: { name: "Ada" } },
  });
  expect(run).toMatchObject({ outcome: "succeeded", result: { id: 9, fresh: true }, created: true });
  expect(run.requests.map(({ method }) => method)).toEqual(["GET", "POST", "GET"]);
});

test("says that something was created, though it cannot be read", async () => {
  const http = (request: Request) =>
    request.url.endsWith("/things/9")
      ? new Response("", { status: 404 })
      : Response.json(request.method === "POST" ? { id: 9 } : []);
  const sim = await simulateZap("", { ...setting, http });
  const run = await sim.search("find_thing", { search_fields, create: { action_fields: { name: "Ada" } } });
  expect(run).toMatchObject({ outcome: "error", items: [], created: true, error: { name: "ResponseError" } });
});

test.each([
  ["find_thing_pre_search", "succeeded", true],
  ["make_thing_pre_write", "stopped", false],
])("a %s that stops: the run is %s, created is %s", async (method, outcome, created) => {
  const http = ({ method }: Request) => Response.json(method === "POST" ? { id: 9 } : []);
  const stop = `${method}: function () { throw new StopRequestException("no"); }`;
  const sim = await simulateZap(stop, { ...setting, http });
  const run = await sim.search("find_thing", { search_fields, create: { action_fields: { name: "Ada" } } });
  expect(run).toMatchObject({ outcome, created });
});

test("a 404 is an error, not a miss", async () => {
  const sim = await simulateZap("", { ...setting, http: () => new Response("", { status: 404 }) });
  const run = await sim.search("find_thing", { search_fields, create: {} });
  expect(run.error?.name).toBe("ResponseError");
  expect(run.requests).toHaveLength(1);
});

test("search does it all, a miss included", async () => {
  const sim = await simulateZap("find_thing_search: function () { return []; }", setting);
  expect(await sim.search("find_thing", { search_fields })).toMatchObject({
    outcome: "stopped",
    requests: [],
  });
});

test.each([
  ["converted", { context: { id: 7, part: true }, raw: undefined }],
  ["legacy", { context: { name: "Ada" }, raw: "https://api.example.com/things/{{id}}" }],
] as const)(
  "shows read_resource what was found, as the %s runtime does",
  async (runtime, { context, raw }) => {
    const sim = await simulateZap(
      `find_thing_search: function () { return [{ id: 7, part: true }]; },
     find_thing_read_resource: function (bundle) {
       return { read: bundle.read_fields, context: bundle.read_context, url: bundle.request.url, raw: bundle.url_raw };
     }`,
      { ...setting, runtime },
    );
    expect((await sim.search("find_thing", { search_fields })).result).toEqual({
      read: { id: 7, part: true },
      context,
      url: "https://api.example.com/things/7",
      raw,
    });
  },
);

test("gives the match itself where there is no resource", async () => {
  const { resource_url: _, ...search } = findThing;
  const http = api({ "GET /things": { things: [{ id: 7 }] } });
  const sim = await simulateZap("", { ...setting, searches: [search], http });
  expect((await sim.search("find_thing", { search_fields })).result).toEqual({ id: 7 });
});

test("fills a dynamic dropdown, page by page", async () => {
  const sim = await simulateZap(
    `owner_pre_poll: function (bundle) {
       bundle.request.params.page = bundle.meta.page;
       console.log(bundle.meta.prefill, z.JSON.stringify(bundle.trigger_fields));
       return bundle.request;
     }`,
    {
      ...setting,
      http: (request) => Response.json([{ id: new URL(request.url).search, meta: { label: "Ada" } }]),
    },
  );
  const place = { action: "make_thing", field: "owner_id" };
  const run = await sim.dropdown(place, { page: 1, fields: { name: "x", other: "y" } });
  expect(run.choices).toEqual([{ value: "?page=1", label: "Ada" }]);
  expect(run.logs.map(({ text }) => text)).toEqual(['true {"name":"x"}']);
});

test.each([-1, 1.5])("has no page %s", async (page) => {
  const sim = await simulateZap("", setting);
  const place = { action: "make_thing", field: "owner_id" };
  await expect(sim.dropdown(place, { page })).rejects.toMatchObject({
    fault: `Failed to open the dropdown of owner_id: the option page is ${page}, and must be a whole number, from 0.`,
  });
  await expect(sim.poll("thing", { meta: { page } })).rejects.toMatchObject({
    fault: `Failed to poll thing: the option page is ${page}, and must be a whole number, from 0.`,
  });
});

test("loads no second page without paging", async () => {
  const [owner] = setting.triggers ?? [];
  const sim = await simulateZap("", { ...setting, triggers: [{ ...owner, paging: false } as never] });
  await expect(sim.dropdown({ action: "make_thing", field: "owner_id" }, { page: 1 })).rejects.toMatchObject({
    fault: 'Failed to open the dropdown of owner_id: the trigger "owner" has one page only.',
    hint: "Set paging: true in the trigger; scripting then finds the page in bundle.meta.page.",
  });
});

test("names the fields that have a dropdown", async () => {
  const sim = await simulateZap("", setting);
  await expect(sim.dropdown({ action: "make_thing", field: "name" })).rejects.toMatchObject({
    fault: 'Failed to open the dropdown of name: the field "name" has no prefill.',
    hint: "These have one: owner_id.",
  });
});

test("fills a field with what its search connector finds", async () => {
  const http = api({ "GET /things": [{ id: 7 }], "GET /things/7": { id: 7, owner_id: 40 } });
  const sim = await simulateZap("", { ...setting, http });
  const run = await sim.searchfill({ action: "make_thing", field: "owner_id" }, { search_fields });
  expect(run.value).toBe(40);
});

test("asks for custom fields of searches and for labels of what they return", async () => {
  const search = {
    ...findThing,
    custom_fields_url: "https://api.example.com/fields",
    custom_result_fields_url: "https://api.example.com/labels",
  };
  const sim = await simulateZap(
    "find_thing_post_custom_search_result_fields: function (bundle) { return [{ key: 'b', type: 'bool', label: bundle.response.content }]; }",
    {
      ...setting,
      searches: [search],
      http: api({ "GET /fields": [{ key: "aa", type: "float" }], "GET /labels": 1 }),
    },
  );
  const whose = { search: "find_thing" };
  expect((await sim.customFields(whose)).fields).toEqual([{ key: "aa", type: "number" }]);
  expect((await sim.customFields(whose, { result: true })).fields).toEqual([
    { key: "b", type: "boolean", label: "1" },
  ]);
});

test("asks for the labels of a trigger's items", async () => {
  const sim = await simulateZap(
    "thing_pre_custom_trigger_fields: function (bundle) { bundle.request.params.all = 1; return bundle.request; }",
    {
      trigger: { custom_fields_url: "https://api.example.com/labels" },
      http: (request) => Response.json([{ key: "q1", label: request.url, important: true, type: "unicode" }]),
    },
  );
  expect((await sim.customFields({ trigger: "thing" })).fields).toEqual([
    { key: "q1", label: "https://api.example.com/labels?all=1", important: true, type: "string" },
  ]);
});
