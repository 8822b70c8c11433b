import type { Scenario } from "../scenario.ts";
import { answer, postPoll, prePoll } from "./writing.ts";

/** Results of pre_poll that nobody should return. */
export const oddResults: readonly Scenario[] = [
  ...["'text'", "5", "true", "[]", "{ data: false }"],
  ...["function () {}", "Symbol('a')"],
].map((result) => ({
  name: `takes ${result} of pre_poll`,
  zap: prePoll(`return ${result};`),
}));

export const oddData: readonly Scenario[] = [
  ...["5", "false", "[1, 'a']", "[[]]", "undefined"],
  ...["{ a: '\\ud83d' }", "{ a: ['b', '\\ud83d'] }"],
  ...["'null'", "'12'", "'\"text\"'", "'[1, {}]'"],
].map((data) => ({
  name: `takes the data ${data} of pre_poll`,
  zap: prePoll(`return { method: 'POST', data: ${data} };`),
}));

export const oddParts: readonly Scenario[] = [
  ...["headers: { A: true, B: ['x', 'y'], C: 0, D: null }", "headers: null", "headers: []"],
  ...[
    "headers: { A: '\\u201ckey\\u201d' }",
    "headers: { 'A B': 'x' }",
    "headers: { 'User-Agent': '' }",
    "headers: { 'Content-Type': 1 }, data: { a: 1 }",
  ],
  ...[
    "params: { a: { b: 1 }, c: [], d: 1.5, e: [true, ''] }",
    "params: null",
    "params: 'a=1'",
    "params: ['x']",
    "params: { a: '\\ud83d' }",
  ],
  ...[
    "method: 'put'",
    "method: ''",
    "method: null",
    "method: 5",
    "url: bundle.request.url + '?'",
    "url: ''",
    "url: null",
  ],
  ...[
    "url: 'http://{{nothing}}/things'",
    "url: 'nowhere'",
    "url: bundle.request.url + '?a=%zz&b=100%'",
    "url: bundle.request.url + '/%7Bx%7D?y=%7B%7Bz%7D%7D'",
  ],
  ...[
    "url: bundle.request.url + '/../up/./x//y\\\\z'",
    "url: bundle.request.url + '?a=1?b=2&c'",
    "url: '  ' + bundle.request.url + ' '",
  ],
].map((part) => ({ name: `takes ${part} of pre_poll`, zap: prePoll(`return { ${part} };`) }));

/** Exceptions that are not errors. */
export const oddErrors: readonly Scenario[] = [
  ...["'text'", "5", "null", "undefined"].flatMap((thrown) => [
    { name: `shows what the platform makes of a thrown ${thrown}`, zap: prePoll(`throw ${thrown};`) },
    {
      name: `prefers the error of the status to a thrown ${thrown}`,
      zap: postPoll(`throw ${thrown};`),
      respond: answer({ status: 404 }),
    },
  ]),
  ...["{ code: 1 }", "{ message: 5 }", "Object.freeze(new TypeError('no'))"].map((thrown) => ({
    name: `shows what the platform makes of a thrown ${thrown}`,
    zap: prePoll(`throw ${thrown};`),
  })),
  {
    name: "shows what the platform makes of an object as the error of a callback",
    zap: "thing_poll: function (bundle, callback) { callback({ code: 1 }); }",
  },
  ...["StopRequestException", "HaltedException", "TypeError"].flatMap((exception) => [
    {
      name: `fails where a timer throws a ${exception}`,
      zap: `thing_pre_poll: function (bundle, callback) { setTimeout(function () { throw new ${exception}('no'); }, 1); }`,
    },
    {
      name: `fails where the callback of z.request throws a ${exception}`,
      zap: `thing_pre_poll: function (bundle, callback) { z.request({ url: bundle.request.url }, function () { throw new ${exception}('no'); }); }`,
    },
  ]),
];
