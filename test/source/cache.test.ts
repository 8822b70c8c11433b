import { expect, test } from "vitest";
import { Cache } from "../../src/source/cache.ts";

test.each([null, false, 0, "", [], { code: null }])(
  "a cache gives %j without finding it again",
  async (value) => {
    const cache = new Cache();
    let found = 0;
    const recalled = () =>
      cache.recall(["a text"], () => {
        found += 1;
        return value;
      });
    expect([await recalled(), await recalled()]).toEqual([value, value]);
    cache.save({ ok: true });
    expect(await recalled()).toEqual(value);
    expect(found).toBe(1);
  },
);

test("a value that is asked for twice at a time is found once", async () => {
  const cache = new Cache();
  let found = 0;
  const recalled = () =>
    cache.recall(["a text"], async () => {
      found += 1;
      return "a value";
    });
  expect(await Promise.all([recalled(), recalled()])).toEqual(["a value", "a value"]);
  expect(found).toBe(1);
});
