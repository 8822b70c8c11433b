import { afterAll, beforeAll, expect, test } from "vitest";
import { simulateZap } from "./integration.ts";

const { TZ } = process.env;
beforeAll(() => {
  process.env.TZ = "America/New_York";
});
afterAll(() => {
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
    expect(new Date(0).getTimezoneOffset()).toBe(300);
    const values = inUtc.map(([expression]) => expression).join(",\n");
    const sim = await simulateZap(`thing_poll: function () { return [${values}]; }`, now ? { now } : {});
    expect((await sim.poll("thing")).items).toEqual(inUtc.map(([, value]) => value));
  },
);
