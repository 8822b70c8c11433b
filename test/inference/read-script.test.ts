import { describe, expect, test } from "vitest";
import { namedMethod } from "../../src/inference/method-names.ts";
import { readScript, type ScriptMethod } from "../../src/inference/read-script.ts";

const poll = "function (bundle) { return [bundle.trigger_fields.queue]; }";

/** The one method that a script has. */
function methodIn(source: string): ScriptMethod {
  const { methods } = readScript(source);
  expect(methods).toHaveLength(1);
  return methods[0] as ScriptMethod;
}

/** Of a method with this body: the fields that it reads. */
function fieldsRead(body: string, around = ""): string[] {
  const { fields } = methodIn(`${around} var Zap = { thing_pre_poll: function (bundle) { ${body} } };`);
  return fields.map(({ of, key }) => `${of} ${key}`);
}

function addresses(body: string, around = ""): string[] {
  const method = methodIn(`${around} var Zap = { thing_pre_poll: function (bundle) { ${body} } };`);
  return method.addresses.map(({ url }) => url);
}

describe("the name of a method says which it is, and of which step", () => {
  test.each([
    ["new_ticket_pre_poll", "pre_poll", "new_ticket"],
    ["new_ticket_poll", "poll", "new_ticket"],
    ["x1_pre_custom_action_result_fields", "pre_custom_action_result_fields", "x1"],
    ["find_pre_search", "pre_search", "find"],
    ["pre_search_search", "search", "pre_search"],
    ["new_pre_pre_poll", "pre_poll", "new_pre"],
    ["post_post_poll", "post_poll", "post"],
    ["custom_action_fields_pre_write", "pre_write", "custom_action_fields"],
    ["n_1__post_poll", "post_poll", "n_1_"],
    ["get_session_info", "get_session_info", undefined],
    ["pre_oauthv2_token", "pre_oauthv2_token", undefined],
  ])("%s", (name, method, key) => {
    expect(namedMethod(name)).toMatchObject({ method: { name: method }, ...(key && { key }) });
  });

  test.each([
    ...["pre_poll", "_poll", "a_poll", "a_post_poll", "1st_poll", "_own_pre_poll", "helper"],
    ...["new_ticket_prepoll", "poll"],
  ])("%s is none", (name) => {
    expect(namedMethod(name)).toBeUndefined();
  });
});

describe("finds the methods of Zap", () => {
  test.each([
    ["an object", `var Zap = { thing_poll: ${poll} };`],
    ["an object with quoted keys", `var Zap = { "thing_poll": ${poll} };`],
    ["a method in short", "const Zap = { thing_poll(bundle) { return [bundle.trigger_fields.queue]; } };"],
    ["an arrow function", "const Zap = { thing_poll: (bundle) => [bundle.trigger_fields.queue] };"],
    ["an object without a declaration", `Zap = { thing_poll: ${poll} };`],
    ["an assignment", `var Zap = {}; Zap.thing_poll = ${poll};`],
    ["an assignment by text", `var Zap = Zap || {}; Zap['thing_poll'] = ${poll};`],
    [
      "an alias",
      `function polled(bundle) { return bundle.trigger_fields.queue; } var Zap = { thing_poll: polled };`,
    ],
    ["a shorthand", `var thing_poll = ${poll}; var Zap = { thing_poll };`],
    ["module.exports", `module.exports = { thing_poll: ${poll} };`],
    ["a scope", `(function () { this.Zap = { thing_poll: ${poll} }; }).call(this);`],
    [
      "a function that returns it",
      `var Zap = (function () { var own = { thing_poll: ${poll} }; return own; })();`,
    ],
    ["_.extend", `var Zap = {}; _.extend(Zap, { thing_poll: ${poll} });`],
    ["Object.assign", `var Zap = Object.assign({}, { thing_poll: ${poll} });`],
    [
      "a class",
      "class Own { thing_poll(bundle) { return bundle.trigger_fields.queue; } } var Zap = new Own();",
    ],
    [
      "a class of CoffeeScript",
      `var Zap; Zap = (function () { function Zap() {} Zap.prototype.thing_poll = ${poll}; return Zap; })(); Zap = new Zap();`,
    ],
    ["a chain of assignments", `var Zap = module.exports = { thing_poll: ${poll} };`],
  ])("in %s", (_, source) => {
    const { name, key, fields } = methodIn(source);
    expect({ name, key, fields: fields.map((field) => field.key) }).toEqual({
      name: "thing_poll",
      key: "thing",
      fields: ["queue"],
    });
  });

  test("with their places, and what is no method apart", () => {
    const source = "var Zap = {\n  limit: 5,\n  thing_poll: function () {},\n  helper: function () {}\n};";
    const { methods, others } = readScript(source);
    expect(methods.map(({ name, place }) => ({ name, place }))).toEqual([
      { name: "thing_poll", place: { line: 3, column: 3 } },
    ]);
    expect(others).toEqual([
      { name: "limit", place: { line: 2, column: 3 }, isFunction: false },
      { name: "helper", place: { line: 4, column: 3 }, isFunction: true },
    ]);
  });

  test("and those that z.dehydrate names", () => {
    const source =
      "var Zap = { get_it: function () {}, thing_poll: function () { return z.dehydrate('get_it', {}) + z.dehydrate('gone'); } };";
    expect(readScript(source).hydrators).toEqual(["get_it"]);
  });

  test("says where a script is not JavaScript", () => {
    expect(() => readScript("var Zap = {\n  a: ;\n};")).toThrow(
      expect.objectContaining({
        name: "SyntaxError",
        message: "Unexpected token",
        place: { line: 2, column: 6 },
      }),
    );
  });
});

describe("finds the fields that a method reads", () => {
  test.each([
    [
      "by name and by text",
      "return bundle.trigger_fields.queue + bundle['auth_fields']['api_key'];",
      ["trigger queue", "auth api_key"],
    ],
    ["once each", "return bundle.trigger_fields.queue + bundle.trigger_fields.queue;", ["trigger queue"]],
    ["through a variable", "var f = bundle.action_fields; return f.title;", ["action title"]],
    [
      "by a pattern",
      "const { auth_fields: { domain }, search_fields } = bundle; const { name: n } = search_fields;",
      ["auth domain", "search name"],
    ],
    [
      "in what it calls back",
      "return _.map([1], function () { return bundle.trigger_fields.queue; });",
      ["trigger queue"],
    ],
    [
      "nested in an action's",
      "return bundle.action_fields.owner.name + bundle.action_fields_full.size;",
      ["action owner__name", "action size"],
    ],
    [
      "not what all values have",
      "return bundle.action_fields.title.length + bundle.trigger_fields.hasOwnProperty('a');",
      ["action title"],
    ],
    ["not what it writes", "bundle.auth_fields.token = 1; bundle.trigger_fields.queue += 'x';", []],
    [
      "not those of another bundle",
      "return [{}].map(function (bundle) { return bundle.trigger_fields.queue; });",
      [],
    ],
    ["not what cannot be a key", "return bundle.action_fields.x + bundle.action_fields['a b'];", []],
  ])("%s", (_, body, fields) => {
    expect(fieldsRead(body)).toEqual(fields);
  });

  test("in the functions that it calls", () => {
    const helpers = `function one(bundle) { return two(bundle.auth_fields); }
      var two = function (fields) { return fields.domain + one({}); };`;
    expect(fieldsRead("return one(bundle);", helpers)).toEqual(["auth domain"]);
  });

  test("in the helpers on Zap", () => {
    const { methods } = readScript(
      "var Zap = { limit: function (b) { return b.trigger_fields.most; }, thing_poll: function (bundle) { return this.limit(bundle) + Zap.limit(bundle); } };",
    );
    expect(methods[0]?.fields).toEqual([{ of: "trigger", key: "most", place: { line: 1, column: 42 } }]);
  });
});

describe("finds the addresses that a method builds", () => {
  test.each([
    ["a text", "bundle.request.url = 'https://a.example/x'; return bundle.request;", ["https://a.example/x"]],
    [
      "a sum with fields",
      "return { url: 'https://' + bundle.auth_fields.domain + '/api/' + bundle.trigger_fields.queue };",
      ["https://{{domain}}/api/{{queue}}"],
    ],
    [
      "a template",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a template of the script
      "return { url: `https://${bundle.auth_fields.domain}/api` };",
      ["https://{{domain}}/api"],
    ],
    [
      "encoded fields",
      "return { url: 'https://a.example/?q=' + encodeURIComponent(bundle.trigger_fields.queue.trim()) };",
      ["https://a.example/?q={{queue}}"],
    ],
    [
      "a variable that grows",
      "var u = 'https://a.example'; u += '/x'; return { url: u };",
      ["https://a.example/x"],
    ],
    [
      "up to what is not known",
      "return { url: 'https://a.example/x?at=' + new Date() + '&b=1' };",
      ["https://a.example/x?at="],
    ],
    ["none without a host", "return { url: '/x' };", []],
  ])("%s", (_, body, urls) => {
    expect(addresses(body)).toEqual(urls);
  });

  test("with constants and helpers", () => {
    const around = `var BASE = 'https://a.example', config = { path: '/v1' };
      function address(bundle, name) { return BASE + config.path + '/' + bundle.auth_fields.domain + name; }`;
    expect(addresses("bundle.request.url = address(bundle, '/things');", around)).toEqual([
      "https://a.example/v1/{{domain}}/things",
    ]);
  });

  test("and tells those that the script asks for itself apart", () => {
    const method = methodIn(
      "var Zap = { thing_poll: function () { return z.request({ url: 'https://a.example/own' }); } };",
    );
    expect(method.addresses).toEqual([{ url: "https://a.example/own", isPlatforms: false }]);
  });
});

test("finds the headers and parameters that hold credentials", () => {
  const method = methodIn(`var Zap = { thing_pre_poll: function (bundle) {
    bundle.request.headers.Authorization = 'Bearer ' + bundle.auth_fields.token;
    bundle.request.headers['X-Queue'] = bundle.trigger_fields.queue;
    return { params: { key: bundle.auth_fields.api_key, page: 1 } };
  } };`);
  expect(method.credentials).toEqual([
    { placement: "header", name: "Authorization", value: "Bearer {{token}}" },
    { placement: "querystring", name: "key", value: "{{api_key}}" },
  ]);
});
