/** Packages that authors ask for: how a source imports each, and a call whose value JSON can hold. */
export const cases = {
  accounting: ['import { formatMoney } from "accounting";', 'formatMoney(4999.99, "€", 2, ".", ",")'],
  ajv: [
    'import { Ajv } from "ajv";',
    'new Ajv().compile({ type: "object", required: ["id"], properties: { id: { type: "integer" } } })({ id: 1 })',
  ],
  autolinker: [
    'import Autolinker from "autolinker";',
    'Autolinker.link("See example.com", { newWindow: false })',
  ],
  axios: ['import axios from "axios";', 'axios.getUri({ url: "https://example.com/a", params: { b: 1 } })'],
  "base-64": ['import { encode } from "base-64";', 'encode("zapc")'],
  "base64-js": ['import { fromByteArray } from "base64-js";', "fromByteArray([1, 2, 3] as never)"],
  "big.js": ['import Big from "big.js";', 'new Big("0.1").plus("0.2").toString()'],
  "bignumber.js": [
    'import { BigNumber } from "bignumber.js";',
    'new BigNumber("0.1").plus("0.2").toString()',
  ],
  bytes: ['import bytes from "bytes";', 'bytes("1.5MB")'],
  camelcase: ['import camelCase from "camelcase";', 'camelCase("new-data-set")'],
  "change-case": [
    'import { snakeCase, pascalCase } from "change-case";',
    '[snakeCase("newDataSet"), pascalCase("new_data_set")]',
  ],
  cheerio: ['import { load } from "cheerio";', 'load("<p>One <b>two</b></p>")("b").text()'],
  "chrono-node": [
    'import { parseDate } from "chrono-node";',
    'parseDate("12 June 2024 at 14:30", new Date(0))?.getUTCFullYear()',
  ],
  color: ['import Color from "color";', 'Color("#336699").darken(0.5).hex()'],
  "cron-parser": [
    'import { CronExpressionParser } from "cron-parser";',
    'CronExpressionParser.parse("0 6 * * *", { currentDate: new Date(0), tz: "UTC" }).next().toISOString()',
  ],
  "crypto-js": ['import CryptoJS from "crypto-js";', 'CryptoJS.HmacSHA256("text", "key").toString()'],
  "csv-parse": ['import { parse } from "csv-parse/sync";', 'parse("a,b\\n1,2", { columns: true })'],
  "csv-stringify": ['import { stringify } from "csv-stringify/sync";', 'stringify([["a", "b"], [1, 2]])'],
  "currency.js": ['import currency from "currency.js";', 'currency("$1,234.56").multiply(2).format()'],
  "date-fns": [
    'import { addDays, differenceInDays, format } from "date-fns";',
    '[format(addDays(new Date(2024, 0, 1), 45), "yyyy-MM-dd"), differenceInDays(new Date(2024, 1, 1), new Date(2024, 0, 1))]',
  ],
  dayjs: ['import dayjs from "dayjs";', 'dayjs("2024-01-31").add(1, "month").format("YYYY-MM-DD")'],
  "decimal.js": ['import { Decimal } from "decimal.js";', "new Decimal(2).sqrt().toString()"],
  deepmerge: ['import deepmerge from "deepmerge";', "deepmerge({ a: { b: 1 } }, { a: { c: 2 } })"],
  diff: ['import { diffWords } from "diff";', 'diffWords("one two", "one three").map(({ value }) => value)'],
  "dot-prop": ['import { getProperty } from "dot-prop";', 'getProperty({ a: { b: [1, 2] } }, "a.b[1]")'],
  ejs: ['import ejs from "ejs";', 'ejs.render("<b><%= name %></b>", { name: "A&B" })'],
  "email-addresses": [
    'import { parseOneAddress } from "email-addresses";',
    'String((parseOneAddress("Ada <ada@example.com>") as { address?: string } | null)?.address)',
  ],
  entities: [
    'import { decodeHTML, encodeXML } from "entities";',
    '[decodeHTML("&eacute;&amp;"), encodeXML("<é>")]',
  ],
  "fast-deep-equal": [
    'import equal from "fast-deep-equal";',
    "equal({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })",
  ],
  "fast-xml-parser": [
    'import { XMLParser } from "fast-xml-parser";',
    'new XMLParser({ ignoreAttributes: false }).parse("<a b=\\"1\\"><c>2</c><c>3</c></a>")',
  ],
  "fastest-levenshtein": [
    'import { closest, distance } from "fastest-levenshtein";',
    '[distance("kitten", "sitting"), closest("fast", ["slow", "faster"])]',
  ],
  flat: ['import { flatten, unflatten } from "flat";', '[flatten({ a: { b: 1 } }), unflatten({ "a.b": 1 })]'],
  "fuse.js": [
    'import Fuse from "fuse.js";',
    'new Fuse(["paris", "lyon"], { threshold: 0.4 }).search("pari").map(({ item }) => item)',
  ],
  geolib: [
    'import { getDistance } from "geolib";',
    "getDistance({ latitude: 48.85, longitude: 2.35 }, { latitude: 45.76, longitude: 4.83 })",
  ],
  handlebars: [
    'import Handlebars from "handlebars";',
    'Handlebars.compile("{{#each list}}<{{this}}>{{/each}}")({ list: [1, 2] })',
  ],
  he: ['import he from "he";', '[he.encode("<é>"), he.decode("&eacute;&lt;")]'],
  "html-entities": [
    'import { decode, encode } from "html-entities";',
    '[encode("<é>"), decode("&eacute;&lt;")]',
  ],
  htmlparser2: [
    'import { parseDocument } from "htmlparser2";',
    'parseDocument("<p>One<b>two</b></p>").children.length',
  ],
  "i18n-iso-countries": [
    'import countries from "i18n-iso-countries";',
    '[countries.alpha2ToAlpha3("FR"), countries.numericToAlpha2("276")]',
  ],
  "iconv-lite": ['import iconv from "iconv-lite";', 'iconv.decode(iconv.encode("é€", "win1252"), "win1252")'],
  "ical.js": [
    'import ICAL from "ical.js";',
    'String(new ICAL.Component(ICAL.parse("BEGIN:VCALENDAR\\r\\nBEGIN:VEVENT\\r\\nSUMMARY:Lunch\\r\\nEND:VEVENT\\r\\nEND:VCALENDAR")).getFirstSubcomponent("vevent")?.getFirstPropertyValue("summary"))',
  ],
  immer: ['import { produce } from "immer";', "produce({ a: [1], b: {} }, (draft) => { draft.a.push(2); })"],
  immutable: ['import { fromJS } from "immutable";', 'fromJS({ a: { b: 1 } }).setIn(["a", "b"], 2).toJS()'],
  jmespath: ['import { search } from "jmespath";', 'search({ a: [{ b: 1 }, { b: 2 }] }, "a[?b > `1`].b")'],
  joi: [
    'import Joi from "joi";',
    'Joi.object({ a: Joi.number().min(1).required() }).validate({ a: "2" }).value',
  ],
  "js-sha256": ['import { sha256 } from "js-sha256";', 'sha256("zapc")'],
  "js-yaml": ['import { dump, load } from "js-yaml";', '[load("a:\\n  - 1\\n  - two"), dump({ a: [1] })]'],
  "jsonpath-plus": [
    'import { JSONPath } from "jsonpath-plus";',
    'JSONPath({ path: "$.a[*].b", json: { a: [{ b: 1 }, { b: 2 }] } }) as number[]',
  ],
  jsonwebtoken: ['import jwt from "jsonwebtoken";', 'jwt.sign({ sub: "a", iat: 1 }, "secret")'],
  jszip: ['import JSZip from "jszip";', 'Object.keys(new JSZip().file("a.txt", "text").files)'],
  "libphonenumber-js": [
    'import { parsePhoneNumber } from "libphonenumber-js";',
    'parsePhoneNumber("01 42 68 53 00", "FR").formatInternational()',
  ],
  lodash: [
    'import _lodash from "lodash";',
    '[_lodash.chunk([1, 2, 3], 2), _lodash.groupBy(["one", "two", "three"], "length"), _lodash.camelCase("new data set")]',
  ],
  "lodash-es": [
    'import { chunk, groupBy, merge } from "lodash-es";',
    '[chunk([1, 2, 3], 2), groupBy(["one", "two", "three"], "length"), merge({ a: { b: 1 } }, { a: { c: 2 } })]',
  ],
  luxon: [
    'import { DateTime } from "luxon";',
    'DateTime.fromISO("2024-01-31T10:00:00", { zone: "utc" }).plus({ months: 1 }).toISODate()',
  ],
  "markdown-it": [
    'import MarkdownIt from "markdown-it";',
    'new MarkdownIt().render("# One\\n\\n*two* & [three](https://example.com)")',
  ],
  marked: [
    'import { marked } from "marked";',
    'marked.parse("# One\\n\\n- *two*\\n- `three`", { async: false })',
  ],
  mathjs: ['import { evaluate } from "mathjs";', 'evaluate("2 * (3 + 4) ^ 2")'],
  md5: ['import md5 from "md5";', 'md5("zapc")'],
  "mime-types": [
    'import { contentType, lookup } from "mime-types";',
    '[lookup("a.csv"), contentType("json")]',
  ],
  moment: [
    'import moment_ from "moment";',
    'moment_.utc("2024-01-31").add(1, "month").format("dddd YYYY-MM-DD")',
  ],
  ms: ['import ms from "ms";', '[ms("2 days"), ms(60_000)]'],
  mustache: [
    'import Mustache from "mustache";',
    'Mustache.render("{{#list}}<{{.}}>{{/list}}", { list: [1, 2] })',
  ],
  nanoid: ['import { customAlphabet } from "nanoid";', 'customAlphabet("a", 5)()'],
  "no-case": ['import { noCase } from "no-case";', 'noCase("newDataSet")'],
  numeral: ['import numeral from "numeral";', 'numeral(1234567.891).format("0,0.00")'],
  "object-path": ['import objectPath from "object-path";', 'objectPath.get({ a: { b: [1, 2] } }, "a.b.1")'],
  pako: ['import { deflate, inflate } from "pako";', 'inflate(deflate("zapc"), { toText: true })'],
  papaparse: [
    'import Papa from "papaparse";',
    '[Papa.parse("a,b\\n1,2", { header: true }).data, Papa.unparse([{ a: 1, b: "x,y" }])]',
  ],
  "path-to-regexp": [
    'import { compile, match } from "path-to-regexp";',
    '[compile("/a/:id")({ id: "7" }), match("/a/:id")("/a/7")]',
  ],
  pluralize: ['import pluralize from "pluralize";', '[pluralize("city"), pluralize("record", 1, true)]'],
  qs: ['import qs from "qs";', '[qs.parse("a[b]=1&c[]=2"), qs.stringify({ a: { b: [1, 2] } })]'],
  "query-string": [
    'import queryString from "query-string";',
    '[queryString.parse("a=1&b=2&b=3"), queryString.stringify({ a: [1, 2] })]',
  ],
  ramda: [
    'import { groupBy, path, pipe, sortBy } from "ramda";',
    '[pipe(sortBy((it: number) => -it), groupBy((it: number) => (it % 2 ? "odd" : "even")))([1, 2, 3]), path(["a", 0], { a: [1] })]',
  ],
  rrule: [
    'import { rrulestr } from "rrule";',
    'rrulestr("DTSTART:20240101T000000Z\\nRRULE:FREQ=DAILY;COUNT=3").all().map((it) => it.toISOString())',
  ],
  "sanitize-html": [
    'import sanitizeHtml from "sanitize-html";',
    'sanitizeHtml("<p onclick=\\"a()\\">One<script>two</script></p>")',
  ],
  semver: [
    'import semver from "semver";',
    '[semver.satisfies("1.2.3", "^1.0.0"), semver.inc("1.2.3", "minor")]',
  ],
  slugify: ['import slugify from "slugify";', 'slugify("Qualité de l\'air à Paris", { lower: true })'],
  "sprintf-js": ['import { sprintf } from "sprintf-js";', 'sprintf("%05.1f %s", 3.14159, "a")'],
  "string-similarity": [
    'import { compareTwoStrings } from "string-similarity";',
    'compareTwoStrings("healed", "sealed")',
  ],
  striptags: ['import striptags from "striptags";', 'striptags("<p>One <b>two</b></p>")'],
  superstruct: [
    'import { is, number, object, string } from "superstruct";',
    'is({ a: 1, b: "x" }, object({ a: number(), b: string() }))',
  ],
  tinycolor2: ['import tinycolor from "tinycolor2";', 'tinycolor("#336699").lighten(10).toHexString()'],
  "title-case": ['import { titleCase } from "title-case";', 'titleCase("one of the many")'],
  turndown: [
    'import TurndownService from "turndown";',
    'new TurndownService().turndown("<h1>One</h1><p><b>two</b></p>")',
  ],
  "url-parse": ['import parseUrl from "url-parse";', 'parseUrl("https://a.com:81/b?c=1#d", true).query'],
  utf8: ['import { encode } from "utf8";', 'encode("é").length'],
  uuid: [
    'import { v5, validate } from "uuid";',
    '[v5("zapc", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"), validate("no")]',
  ],
  validator: [
    'import validator from "validator";',
    '[validator.isEmail("ada@example.com"), validator.isIBAN("DE89370400440532013000"), validator.isURL("no")]',
  ],
  "xml-js": ['import { xml2js } from "xml-js";', 'xml2js("<a b=\\"1\\"><c>2</c></a>", { compact: true })'],
  xml2js: [
    'import { parseString } from "xml2js";',
    '(() => { let found: unknown; parseString("<a b=\\"1\\"><c>2</c></a>", { async: false }, (_error, it) => { found = it; }); return found; })()',
  ],
  yaml: [
    'import { parse, stringify } from "yaml";',
    '[parse("a:\\n  - 1\\n  - two"), stringify({ a: [1] })]',
  ],
  yup: [
    'import { number, object } from "yup";',
    'object({ a: number().min(1).required() }).validateSync({ a: "2" })',
  ],
  zod: [
    'import { z as zod } from "zod";',
    "zod.object({ a: zod.number().min(1), b: zod.string().optional() }).safeParse({ a: 2 }).success",
  ],
};
