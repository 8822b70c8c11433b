import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../src/compiler/check.ts";
import { Cache } from "../../src/source/cache.ts";
import { discover } from "../../src/source/discover.ts";
import { integration, trigger } from "./integration.ts";

test("TypeScript and its folder end with the process that checks", async () => {
  const directory = integration({ "triggers/thing.ts": trigger });
  const cache = new Cache(join(directory, "node_modules/.cache/zapc"));
  const discovered = await discover(directory, cache);
  const before = process.listeners("exit");
  const checking = check(discovered, cache);
  const folders = readdirSync(cache.folder as string).map((name) => join(cache.folder as string, name));
  const atExit = process.listeners("exit").filter((it) => !before.includes(it));
  for (const listener of atExit) listener.call(process, 0);
  await expect(checking).rejects.toThrow(
    `Failed to type-check ${discovered.directory}: TypeScript was ended by SIGKILL.`,
  );
  expect(folders).toHaveLength(1);
  expect(folders.filter(existsSync)).toEqual([]);
  expect(process.listeners("exit")).toEqual(before);
});
