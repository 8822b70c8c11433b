import { expect, test } from "vitest";
import { Doors } from "../../src/studio/server/doors.ts";
import { restored } from "../../src/studio/session/restored.ts";

test("a door is open at its own path only, until it is closed", () => {
  const doors = new Doors<string>({ kind: "hooks", lasts: 60_000 });
  const { path, expires } = doors.open("z1");
  expect(path).toMatch(/^\/hooks\/[\w-]{43}$/);
  expect(expires.getTime()).toBeGreaterThan(Date.now());
  expect(doors.at(path)).toBe("z1");
  expect(doors.at(path.replace("hooks", "oauth"))).toBeUndefined();
  expect(doors.at(path.slice(0, -1))).toBeUndefined();
  expect(doors.open("z2").path).not.toBe(path);
  doors.close(path);
  expect(doors.at(path)).toBeUndefined();
});

test("a door that has expired is closed", () => {
  const doors = new Doors<string>({ kind: "oauth", lasts: 0 });
  expect(doors.at(doors.open("c1").path)).toBeUndefined();
});

test("an edit gets back the secrets where it is as it was shown, also within a body of JSON", () => {
  const raw = { key: "secret-1", list: [{ token: "secret-2" }], body: '{"key":"secret-1","n":1}' };
  const shown = {
    key: "redacted-key",
    list: [{ token: "redacted-token" }],
    body: '{"key":"redacted-key","n":1}',
  };
  expect(restored(shown, shown, raw)).toEqual(raw);
  const edited = {
    ...shown,
    more: 1,
    list: [{ token: "redacted-token", id: 2 }],
    body: '{"key":"redacted-key","n":2}',
  };
  expect(restored(edited, shown, raw)).toEqual({
    ...{ key: "secret-1", more: 1, list: [{ token: "secret-2", id: 2 }] },
    body: '{"key":"secret-1","n":2}',
  });
  expect(restored({ key: "other" }, shown, raw)).toEqual({ key: "other" });
});
