import { afterEach, expect, test } from "vitest";
import { dates } from "../conformance/scenarios/dates.ts";
import { simulateZap } from "./integration.ts";

const { TZ } = process.env;
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

const inUtc = [
  ["new Date(2026, 2, 1, 9)", "2026-03-01T09:00:00.000Z"],
  ["new Date('2026-03-01T09:00')", "2026-03-01T09:00:00.000Z"],
  ["new Date('Mar 1 2026 9:00')", "2026-03-01T09:00:00.000Z"],
  ["new Date('Mar 1 2026 9:00 EST')", "2026-03-01T14:00:00.000Z"],
  ["String(new Date(0))", "Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)"],
  ["new Date(0).getHours()", 0],
  ["new Date(0).getTimezoneOffset()", 0],
  ["new Date(0).toLocaleTimeString('en-GB')", "00:00:00"],
  ["moment(0).format()", "1970-01-01T00:00:00+00:00"],
  ["moment('2026-03-01 09:00').toDate()", "2026-03-01T09:00:00.000Z"],
  ["Intl.DateTimeFormat().resolvedOptions().timeZone", "UTC"],
] as const;

test.each([undefined, "2026-03-01T09:00:00Z"])(
  "a script is in UTC, wherever the machine is, at the time %s",
  async (now) => {
    process.env.TZ = "America/New_York";
    expect(new Date(0).getTimezoneOffset()).toBe(300);
    const values = inUtc.map(([expression]) => expression).join(",\n");
    const sim = await simulateZap(`thing_poll: function () { return [${values}]; }`, now ? { now } : {});
    expect((await sim.poll("thing")).items).toEqual(inUtc.map(([, value]) => value));
  },
);

test.each(dates)("$name, wherever the machine is", async ({ zap }) => {
  const itemsIn = async (zone: string) => {
    process.env.TZ = zone;
    return (await (await simulateZap(zap)).poll("thing")).items;
  };
  const inUtc = await itemsIn("UTC");
  expect(await itemsIn("America/New_York")).toEqual(inUtc);
  expect(await itemsIn("Asia/Kolkata")).toEqual(inUtc);
});
