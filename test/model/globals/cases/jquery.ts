import { is } from "./is.ts";

const feed = `<?xml version="1.0"?>
<rss xmlns:m="urn:m"><channel><title>News</title>
<item id="1"><title>One</title><m:thumb url="u1"/></item><item id="2"><title>Two &amp; <b>a half</b></title><link/></item><item id="3"/>
</channel></rss>`;
const items = () => $($.parseXML(feed)).find("item");
const id = (selection: $.Selection) => selection.map((_index, element) => element.getAttribute("id")).get();

/** Each gives the same on both versions. */
export const examples = {
  $: () => [$("item", $.parseXML(feed)).length, $(items().get()).length, $(items()).length, $(null).length],
  parseXML: () => [is<DOMParser.Document | null>()($.parseXML(feed))?.documentElement?.tagName, $.parseXML("")],
  parseHTML: () => $($.parseHTML("<div>a <b>b</b></div>")).find("b").text(),
  parseJSON: () => is<number[]>()($.parseJSON<number[]>("[1]")),
  param: () => [$.param({ a: 1, b: [1, 2], c: { d: "x" }, e: null }), $.param({ a: [1, 2] }, true), $.param([{ name: "a", value: 1 }])],
  extend: () => [$.extend({ a: 1 }, { b: "x" }).b.length, $.extend(true, { a: { b: 1 } }, { a: { c: 2 } }).a.c, $.extend({}, { a: 1 }, { a: 2 })],
  each() {
    const seen: unknown[] = [];
    $.each(["a", "b"], (index, item) => seen.push(is<number>()(index), is<string>()(item)));
    $.each({ x: 1 }, (key, value) => seen.push(is<"x">()(key), is<number>()(value)));
    $.each([1, 2, 3], (_index, n) => n < 2 && seen.push(n));
    return seen;
  },
  map: () => [is<number[]>()($.map([1, 2, 3], (n, index) => (n > 1 ? [n, index] : null))), $.map({ a: 1 }, (value, key) => key + value)],
  grep: () => [is<number[]>()($.grep([1, 2], (n, index) => n > 1 && index > 0)), $.grep([1, 2], (n) => n > 1, true)],
  inArray: () => [$.inArray(2, [1, 2]), $.inArray(3, [1, 2]), $.inArray(1, [1, 2, 1], 1)],
  merge: () => is<number[]>()($.merge([1], [2])),
  makeArray: () => [$.makeArray(items()).length, is<string[]>()($.makeArray({ length: 1, 0: "a" } as _.List<string>))],
  trim: () => [$.trim(" a "), $.trim(null)],
  type: () => [$.type([]), $.type(null), $.type(new Date(0)), $.type("")],
  isArray: () => [$.isArray([]), $.isArray({ length: 0 })],
  isFunction: () => [$.isFunction(() => 1), $.isFunction({})],
  isNumeric: () => [$.isNumeric("1.5"), $.isNumeric(""), $.isNumeric(null), $.isNumeric("x")],
  isPlainObject: () => [$.isPlainObject({}), $.isPlainObject([]), $.isPlainObject(null)],
  isEmptyObject: () => [$.isEmptyObject({}), $.isEmptyObject({ a: 1 })],

  "Selection.length": () => items().length,
  "Selection.text": () => [items().text(), items().find("nope").text(), items().eq(2).text("x").text()],
  "Selection.attr": () => [is<string | undefined>()(items().attr("id")), items().attr("nope"), items().find("nope").attr("id"), items().attr("id", 9).attr("id")],
  "Selection.find": () => [items().find("m\\:thumb").attr("url"), items().find("title, link").length, items().find("title:contains('Two')").length],
  "Selection.children": () => [items().children().length, items().children("link").length],
  "Selection.contents": () => items().eq(1).find("title").contents().length,
  "Selection.parent": () => [items().parent()[0]?.tagName, items().find("link").parent("[id='2']").length],
  "Selection.closest": () => id(items().find("link").closest("item")),
  "Selection.next": () => [id(items().next()), id(items().next("[id='2']"))],
  "Selection.prev": () => [id(items().prev("item")), items().prev().length],
  "Selection.nextAll": () => id(items().first().nextAll()),
  "Selection.prevAll": () => id(items().last().prevAll("item")),
  "Selection.siblings": () => id(items().first().siblings("item")),
  "Selection.first": () => id(items().first()),
  "Selection.last": () => id(items().last()),
  "Selection.eq": () => [id(items().eq(1)), id(items().eq(-1))],
  "Selection.slice": () => id(items().slice(1, 2)),
  "Selection.filter": () => [id(items().filter("[id='2']")), id(items().filter((index) => index > 0)), id(items().filter(function () { return this.getAttribute("id") === "1"; }))],
  "Selection.not": () => [id(items().not("[id='2']")), id(items().not((index) => index > 0))],
  "Selection.has": () => id(items().has("link")),
  "Selection.add": () => items().add(items().find("title")).length,
  "Selection.end": () => items().first().end().length,
  "Selection.is": () => [items().is("[id='3']"), items().is((index, element) => index === 2 && element.tagName === "item")],
  "Selection.index": () => [items().eq(1).index(), (() => { const all = items(); return all.index(all.eq(1)); })()],
  "Selection.each": () => {
    const seen: unknown[] = [];
    items().each(function (index, element) { seen.push(index, $(this).attr("id"), is<DOMParser.Element>()(element).tagName); });
    return seen;
  },
  "Selection.map": () => [is<string[]>()(items().map((_index, element) => $(element).find("title").text()).get()), items().map((index) => index).get(0)],
  "Selection.get": () => [is<DOMParser.Element[]>()(items().get()).length, is<DOMParser.Element | undefined>()(items().get(9))],
  "Selection.toArray": () => items().toArray().length,
  "Selection.remove": () => {
    const xml = $.parseXML(feed);
    $(xml).find("item").remove();
    return $(xml).find("item").length;
  },
  "Selection.empty": () => items().empty().text(),
};

export const mistakes = () => {
  // @ts-expect-error there is no page to search in
  $("item");
  // @ts-expect-error
  $.ajax({ url: "https://example.com" });
  // @ts-expect-error
  $.get("https://example.com");
  // @ts-expect-error what an XML document has not
  items().html();
  // @ts-expect-error it differs
  items().parents();
  // @ts-expect-error gone since 3.0
  items().size();
  // @ts-expect-error
  items().on("click", () => {});
  // @ts-expect-error
  items().css("color");
  // @ts-expect-error the platform knows it as $ only
  jQuery;
};
