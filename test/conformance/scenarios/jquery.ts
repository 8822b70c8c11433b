import type { Scenario } from "../scenario.ts";
import { answer } from "./writing.ts";

/** A `thing_poll` whose one item has what an expression gives. */
function gives(expression: string): string {
  return `thing_poll: function (bundle) { return [{ id: 1, value: ${expression} }]; }`;
}

/** A `thing_poll` whose one item shows what `$.ajax` with these options gives to its callbacks. */
function asks(options: string): string {
  return `thing_poll: function (bundle, callback) {
    var seen = [];
    $.ajax(_.extend({
      url: bundle.request.url,
      success: function (data) { seen.push(['success', data]); },
      error: function (xhr, text, error) { seen.push(['error', text, String(error)]); },
      complete: function (xhr, text) {
        seen.push(text, xhr.status, xhr.statusText, xhr.responseText, xhr.getResponseHeader('X-One'));
        callback(null, [{ id: 1, seen: seen }]);
      }
    }, ${options}));
  }`;
}

const json = answer({ headers: { "X-One": "1" }, body: '[{"id":7}]' });

/** The requests of `$.ajax`. */
const ajax: readonly Scenario[] = [
  { name: "asks by $.ajax, and reads JSON", zap: asks("{}"), respond: json },
  {
    name: "asks by $.ajax at once",
    zap: asks("{ async: false, data: { q: 'a b', l: [1, 2] } }"),
    respond: json,
  },
  {
    name: "sends a form by $.ajax",
    zap: asks(
      "{ type: 'POST', data: { a: 'b c', d: true }, headers: { 'X-Two': '2', Cookie: 'x', 'user-agent': 'y' } }",
    ),
    respond: json,
  },
  {
    name: "sends JSON by $.ajax",
    zap: asks(
      "{ type: 'PUT', contentType: 'application/json', data: z.JSON.stringify({ a: 1 }), dataType: 'text', async: false }",
    ),
    respond: json,
  },
  {
    name: "tells $.ajax of an error status",
    zap: asks("{ dataType: 'json' }"),
    respond: answer({ status: 404, body: "nothing" }),
  },
  { name: "tells $.ajax of a status without content", zap: asks("{}"), respond: answer({ status: 204 }) },
  {
    name: "tells $.ajax that JSON is none",
    zap: asks("{ dataType: 'json' }"),
    respond: answer({ body: "nothing" }),
  },
  {
    name: "follows redirects of $.ajax",
    zap: asks("{ type: 'POST', data: 'x=1' }"),
    respond: ({ path }) =>
      path === "/there" ? { body: "[]" } : { status: 302, headers: { location: "/there" } },
  },
  {
    name: "sends user name and password by $.ajax once it is asked for them",
    zap: asks("{ username: 'ada', password: 'p' }"),
    respond: (_, before) =>
      before === 0 ? { status: 401, headers: { "www-authenticate": 'Basic realm="r"' } } : { body: "[]" },
  },
  { name: "tells $.ajax that nobody answers", zap: asks("{ url: 'http://127.0.0.1:1/' }") },
  {
    name: "tells $.ajax at once that nobody answers",
    zap: asks("{ url: 'http://127.0.0.1:1/', async: false }"),
  },
  {
    name: "has what is built on $.ajax",
    zap: `thing_poll: function (bundle, callback) {
      $.getJSON(bundle.request.url, { a: 1 }).then(function (things) { callback(null, things); });
    }`,
    respond: json,
  },
  {
    name: "reads XML by $.ajax",
    zap: `thing_poll: function (bundle) {
      var text;
      $.ajax({ url: bundle.request.url, dataType: 'xml', async: false, success: function (xml) { text = $(xml).find('b').text(); } });
      return [{ id: 1, text: text }];
    }`,
    respond: answer({ headers: { "content-type": "application/xml" }, body: "<a><b>c</b></a>" }),
  },
];

/** jQuery in a script. */
export const jquery: readonly Scenario[] = [
  { name: "has jQuery", zap: gives("[$.fn.jquery, typeof $, $.support.cors]") },
  {
    name: "writes params as jQuery does",
    zap: gives("[$.param({ a: [1, 2], b: { c: 'd e', f: null }, g: true }), $.param({ a: [1, 2] }, true)]"),
  },
  {
    name: "has jQuery's functions for values",
    zap: gives(
      "[$.trim(' a '), $.inArray(2, [1, 2]), $.map({ a: 1 }, function (v, k) { return k + v; }), $.grep([1, 2], function (n) { return n > 1; }), $.extend(true, {}, { a: { b: [1] } }), $.type(new Date(0)), $.isNumeric('1'), $.isFunction(z), $.isEmptyObject({}), $.isArray([]), $.parseJSON('{\"a\":1}'), $.merge([1], [2]), $.unique && 1, $.makeArray({ 0: 'a', length: 1 })]",
    ),
  },
  {
    name: "reads HTML",
    zap: gives(
      "(function () { var page = $('<div><p class=\"a\">x &amp; <b>y</b></p><a href=\"/z?c=1\">link</a><input value=\"v\"></div>'); return [page.find('.a').text(), page.find('p').html(), page.find('a').attr('href'), page.find('a').prop('href'), page.find('input').val(), page.children().length, $('b', page).parent().is('p')]; }())",
    ),
  },
  {
    name: "makes HTML",
    zap: gives(
      "[$('<p>').text('a < b').addClass('c').prop('outerHTML'), $('<div>').append($('<i>').attr('title', 'q\"')).html()]",
    ),
  },
  {
    name: "reads XML",
    zap: gives(
      "(function () { var xml = $($.parseXML('<a><b id=\"1\">x</b><b id=\"2\">y</b></a>')); return [xml.find('b').length, xml.find('b').last().text(), xml.find('b').attr('id'), $.parseXML(''), $.parseXML(5)]; }())",
    ),
  },
  { name: "refuses what is no XML", zap: gives("$.parseXML('nothing')") },
  ...ajax,
  {
    name: "calls back what jQuery defers",
    zap: "thing_poll: function (bundle, callback) { var later = $.Deferred(); later.then(function (value) { callback(null, [{ id: value }]); }); later.resolve(7); }",
  },
];
