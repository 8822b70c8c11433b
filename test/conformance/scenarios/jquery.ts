import type { Scenario } from "../scenario.ts";

/** A `thing_poll` whose one item has what an expression gives. */
function gives(expression: string): string {
  return `thing_poll: function (bundle) { return [{ id: 1, value: ${expression} }]; }`;
}

/** What jQuery does for a script. */
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
  {
    name: "calls back what jQuery defers",
    zap: "thing_poll: function (bundle, callback) { var later = $.Deferred(); later.then(function (value) { callback(null, [{ id: value }]); }); later.resolve(7); }",
  },
];
