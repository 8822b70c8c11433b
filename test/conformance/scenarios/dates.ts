import type { Scenario } from "../scenario.ts";

const texts = [
  ...["2026-03-01", "2026-03", "2026-03-01T09:00", "2026-03-01T09:00:00.5", "2026-03-01T09:00Z"],
  ...["2026-03-01T09:00+02:00", "2026-03-01T09:00:00-0500", "2026-03-08T02:30", "+002026-03-01T09:00"],
  ...["2026-03-01 09:00", "2026-03-01 09:00 +0200", "2026/03/01", "3/1/2026 9:00 pm", "Mar 1 2026", "Sun"],
  ...[
    "Sun, 01 Mar 2026 09:00:00 GMT",
    "Sun, 01 Mar 2026 09:00:00 EST",
    "1 March 2026 21:00",
    "9:00 2026-3-1",
  ],
  ...[
    "Sun Mar 01 2026 09:00:00 GMT+0200 (CEST)",
    "Mar 1 2026 (at 9:00 UTC)",
    "Mon Jan 5 12:00:00 -0300 2026",
  ],
];

const shown = [
  ...[
    "String(new Date(0))",
    "new Date(-1).toDateString()",
    "new Date(1e12).toTimeString()",
    "new Date(NaN) + ''",
  ],
  ...["new Date(2020, 1, 3, 4).getTime()", "new Date(99, 1).getTime()", "new Date(new Date(5)).getTime()"],
  ...[
    "new Date(new String('2026-03-01T09:00')).getTime()",
    "new Date(null).getTime()",
    "new Date(true).getTime()",
  ],
  ...["new Date([2020, 1]).getTime()", "new Date(2020, 0) - new Date(2019, 0)", "new Date(2020, 0) + 1"],
  ...["new Date(1e12).getYear()", "new Date(1e12).getDay()", "new Date(1e12).getHours()"],
  ...["new Date(1e12).getTimezoneOffset()", "new Date(1e12).setYear(5)", "new Date(1e12).setMonth(14)"],
  ...["new Date(1e12).setHours(25, -1)", "new Date(1e12).toLocaleString()", "new Date(8.64e15).toString()"],
  ...["new Date(1e12).toLocaleTimeString('en-GB', { timeZone: 'Europe/Paris' })", "moment(1e12).format()"],
  ...["moment('2026-03-01 09:00').toISOString()", "moment(1e12).startOf('day').valueOf()", "Date.length"],
  ...[
    "Object.keys(Date).length",
    "new Date(0).constructor === Date",
    "typeof Date()",
    "new Date(0) instanceof Date",
  ],
];

function poll(expressions: readonly string[]): string {
  return `thing_poll: function () { return _.map([${expressions}], function (value) { return { value: value }; }); }`;
}

/** Times as a script sees them. */
export const dates: readonly Scenario[] = [
  {
    name: "reads dates without a zone as UTC",
    zap: poll(texts.map((text) => `new Date(${JSON.stringify(text)}).getTime()`)),
  },
  { name: "shows dates in UTC", zap: poll(shown) },
  {
    // The runner's moment keeps a language for the scenarios after it.
    name: "shows dates in the languages of moment",
    zap: `thing_poll: function () {
      var items = _.map(['fr', 'pt-BR', 'zh-cn', 'sr-cyrl', 'none', '../moment', 'en'], function (name) {
        return { locale: moment.locale(name), shown: moment.utc(0).format('LLLL'), own: moment.utc(0).locale(name).fromNow(true) };
      });
      return items;
    }`,
  },
];
