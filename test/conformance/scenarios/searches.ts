import { keys, type Scenario } from "../scenario.ts";
import { answer } from "./writing.ts";

const search = { kind: "search", search_fields: { name: "Ada L" } } as const;
const resource = { resource_url: "http://{{host}}/things/{{id}}" };
const showsRead = "{ fields: bundle.read_fields, request: bundle.request }";

const found: readonly Scenario[] = [
  {
    name: "asks a search's URL for matches",
    step: search,
    zap: "",
    respond: answer({ body: '{"things":[{"id":1},{"id":2}]}' }),
  },
  { name: "finds nothing", step: search, zap: "", respond: answer({ body: "[]" }) },
  {
    name: "shows pre_search and post_search the search",
    step: search,
    zap: `find_pre_search: function (bundle) { bundle.request.headers['X-Bundle'] = shown(bundle); return bundle.request; },
      find_post_search: function (bundle) { return [{ id: 1, request: bundle.request, fields: bundle.search_fields, content: bundle.response.content }]; }`,
    respond: answer({ body: "x" }),
  },
  {
    name: "searches with the full method, whatever the status",
    step: search,
    zap: "find_search: function (bundle) { return [{ bundle: bundle, status: z.request(bundle.request).status_code }]; }",
    respond: answer({ status: 404 }),
  },
  {
    name: "searches with a full method that calls back",
    step: search,
    zap: "find_search: function (bundle, callback) { callback(null, { list: [{ id: 2 }] }); }",
  },
  {
    name: "takes a 404 to a search for an error",
    step: search,
    zap: "",
    respond: answer({ status: 404, body: "none" }),
  },
  {
    name: "stops in pre_search",
    step: search,
    zap: "find_pre_search: function () { throw new StopRequestException('no'); }",
  },
];

const read: readonly Scenario[] = [
  {
    name: "reads the resource of the first match",
    step: search,
    search: resource,
    zap: "",
    respond: ({ path }) => ({
      body: path.startsWith("/things/") ? '[{"id":2,"more":1}]' : '[{"id":2},{"id":3}]',
    }),
  },
  {
    name: "shows pre_read_resource and post_read_resource what was found",
    step: search,
    search: resource,
    zap: `find_pre_read_resource: function (bundle) { bundle.request.headers['X-Read'] = shown(${showsRead}); return bundle.request; },
      find_post_read_resource: function (bundle) { return { read: ${showsRead}, content: bundle.response.content }; }`,
    respond: answer({ body: '[{"id":2}]' }),
  },
  {
    name: "reads with the full method",
    step: search,
    search: resource,
    zap: `find_read_resource: function (bundle, callback) { callback(null, ${showsRead}); }`,
    respond: answer({ body: '[{"id":2,"nested":{"a":1}}]' }),
  },
  {
    name: "raises a 4xx of a resource after post_read_resource",
    step: search,
    search: resource,
    zap: "find_post_read_resource: function () { return {}; }",
    respond: ({ path }) =>
      path.startsWith("/things/") ? { status: 410, body: "gone" } : { body: '[{"id":2}]' },
  },
  {
    name: "shows read_resource what was searched for",
    step: search,
    search: resource,
    zap: "find_read_resource: function (bundle) { return { context: bundle.read_context }; }",
    respond: answer({ body: '[{"id":2}]' }),
    differs: {
      documented: "`bundle.read_context` holds the fields of the search.",
      legacy: true,
      runner: "It holds the found object, as `bundle.read_fields` does.",
      source: "Scripting reference: SEARCH_KEY_read_resource",
    },
  },
  {
    name: "shows read_resource the address before its variables were rendered",
    step: search,
    search: resource,
    zap: "find_read_resource: function (bundle) { return { raw: bundle.url_raw }; }",
    respond: answer({ body: '[{"id":2}]' }),
    differs: {
      documented: "The bundles for reading a resource have `url_raw`.",
      legacy: true,
      runner: "They do not.",
      source: "Scripting reference: SEARCH_KEY_read_resource",
    },
  },
];

const stop = "throw new StopRequestException('no');";

const created: readonly Scenario[] = [
  { name: "creates what is not found, and reads it", zap: "", search: [], made: { status: 200 } },
  { name: "has created what cannot be read", zap: "", search: [], made: { status: 404 } },
  { name: "creates nothing where the search fails", zap: "", search: 500, made: { status: 200 } },
  {
    name: "creates where pre_search stops",
    zap: `find_pre_search: function () { ${stop} }`,
    search: 500,
    made: { status: 200 },
  },
  {
    name: "creates where a full search stops",
    zap: `find_search: function () { ${stop} }`,
    search: 500,
    made: { status: 200 },
  },
  {
    name: "has created what pre_read_resource does not read",
    zap: `find_pre_read_resource: function () { ${stop} }`,
    search: [],
    made: { status: 200 },
  },
].map(({ name, zap, search, made }) => ({
  name,
  zap,
  search: { search_or_create: keys.action, ...resource },
  step: { kind: "search", search_fields: { name: "Ada" }, create: { name: "Ada" } },
  respond({ method, path }) {
    if (method === "POST") return { body: '{"id":9}' };
    if (path.startsWith("/things/")) return { body: '{"id":9,"fresh":true}', ...made };
    return Array.isArray(search) ? { body: "[]" } : { status: search };
  },
}));

/** The requests, reads and creates of searches. */
export const searches: readonly Scenario[] = [...found, ...read, ...created];
