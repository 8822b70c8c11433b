import { expect, test } from "vitest";
import { type Setting, sharingSimulators } from "./integration.ts";

const simulateZap = sharingSimulators();

const session = "get_session_info: function () { return { token: 't1', region: 'eu' }; }";

/** The one request of a poll, with these methods. */
async function sent(methods: string, setting: Setting = {}, trigger_fields: object = {}) {
  const sim = await simulateZap(`${session}, ${methods}`, setting);
  const { requests } = await sim.poll("thing", { trigger_fields: { ...trigger_fields } });
  return requests[0];
}

const prePoll = (body: string) => `thing_pre_poll: function (bundle) { ${body} }`;

test("renders variables in the address: of the account before those of the trigger", async () => {
  const setting: Setting = {
    trigger: {
      url: "https://{{region}}.example.com/{{queue}}?open={{open}}&tags={{tags}}&x={{unknown}}",
      fields: [
        { key: "region", label: "Region", type: "unicode" },
        { key: "queue", label: "Queue", type: "unicode" },
        { key: "open", label: "Open", type: "bool" },
        { key: "tags", label: "Tags", type: "unicode", list: true },
      ],
    },
  };
  const request = await sent("", setting, { region: "us", queue: "a b", open: "yes", tags: ["x", "y"] });
  expect(request?.url).toBe("https://eu.example.com/a%20b?open=True&tags=x%2Cy&x=");
});

test("renders variables again in what pre_poll returns, if they say whose they are", async () => {
  const request = await sent(
    prePoll(
      "return { headers: { 'X-A': '{{bundle.authData.token}}', 'X-B': '{{token}}' }, params: { q: '{{bundle.inputData.queue}}' } };",
    ),
    { trigger: { fields: [{ key: "queue", label: "Queue", type: "unicode" }] } },
    { queue: "support" },
  );
  expect(request?.headers).toMatchObject({ "X-A": "t1", "X-B": "{{token}}" });
  expect(request?.url).toBe("https://api.example.com/things?q=support");
});

test("merges the query string of the address with the params", async () => {
  const request = await sent(
    prePoll(
      "bundle.request.url += '?a=1&b=2'; bundle.request.params = { b: 3, c: '', d: undefined }; return bundle.request;",
    ),
  );
  expect(request?.url).toBe("https://api.example.com/things?a=1&b=2&b=3&c=");
});

test("encodes nothing twice", async () => {
  const request = await sent(prePoll("return { url: 'https://api.example.com/a b%20c/é' };"));
  expect(request?.url).toBe("https://api.example.com/a%20b%20c/%C3%A9");
});

test("keeps the first spelling of a header with its last value, in one line", async () => {
  const request = await sent(
    prePoll("return { headers: { 'X-One': '1', 'x-one': '2', 'X-Two': 'a\\r\\n\\tb' } };"),
  );
  expect(request?.headers).toMatchObject({ "X-One": "2", "X-Two": "ab" });
});

test("takes what pre_poll leaves out from the prepared request", async () => {
  const request = await sent(prePoll("return { params: { page: 2 } };"));
  expect(request).toMatchObject({
    method: "GET",
    url: "https://api.example.com/things?page=2",
    headers: { Accept: "application/json", "X-Token": "t1" },
  });
});

const bodies = [
  ["a text as it is", "data: 'plain'", "plain"],
  ["JSON text without its blanks", "data: '{ \"a\": [1, 2] }'", '{"a":[1,2]}'],
  ["an object as a form", "data: { a: true, b: [1, null, 2], c: { d: 1 } }", "a=True&b=1&b=2&c=d"],
  ["no body for null", "data: null", null],
  ["a body of its own as JSON", "body: { a: 1 }", '{"a":1}'],
  ["a form where the type says so", "data: null, headers: {}, form: { a: 'x y' }", "a=x+y"],
] as const;

test.each(bodies)("sends %s", async (_, result, body) => {
  const request = await sent(prePoll(`return { method: 'POST', ${result} };`));
  expect(request).toMatchObject({ method: "POST", body });
});

test("sends a GET with the body that it is given, and none that is empty", async () => {
  expect((await sent(prePoll("return { data: 'x' };")))?.body).toBe("x");
  expect((await sent(prePoll("return { data: '{}' };")))?.body).toBeNull();
});

test("follows redirects unless pre_poll says otherwise", async () => {
  const http = (request: Request) =>
    request.url.endsWith("/moved")
      ? Response.json([{ id: 1 }])
      : new Response("", { status: 302, headers: { location: "/moved" } });
  const following = await simulateZap(session, { http });
  expect((await following.poll("thing")).items).toEqual([{ id: 1 }]);
  const staying = await simulateZap(
    `${session}, ${prePoll("return { redirect: 'manual' };")},
     thing_post_poll: function (bundle) { return [{ id: bundle.response.headers.location }]; }`,
    { http },
  );
  expect((await staying.poll("thing")).items).toEqual([{ id: "/moved" }]);
});

test.each([
  ["file:///etc/passwd", "Only absolute URLs are supported"],
  ["ftp://a.example/b", "Only HTTP(S) protocols are supported"],
  [
    "http://[::z]/",
    "GET https://api.example.com/things got no answer: uri requested responds with an invalid redirect URL: http://[::z]/",
  ],
])("follows no redirect to %s", async (location, why) => {
  const http = () => new Response("", { status: 302, headers: { location } });
  const sim = await simulateZap(session, { http });
  const { error, requests } = await sim.poll("thing");
  expect(error?.message).toBe(why);
  expect(requests).toHaveLength(1);
});

const shapes = [
  ['[{"id":1}]', [{ id: 1 }]],
  ['{"total":1,"things":[{"id":1}],"more":[{"id":2}]}', [{ id: 1 }]],
  ["null", []],
  ["no JSON", []],
] as const;

test.each(shapes)("makes of the answer %s the items %j", async (body, items) => {
  const sim = await simulateZap(session, { http: () => new Response(body) });
  const run = await sim.poll("thing");
  expect(run.items).toEqual(items);
});

test("says that there is no list in the answer", async () => {
  const sim = await simulateZap(session, { http: () => new Response("5") });
  expect((await sim.poll("thing")).error).toEqual({
    name: "Error",
    message: "JSON results array could not be located.",
  });
});
