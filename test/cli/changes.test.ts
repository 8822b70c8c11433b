import { EventEmitter } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { changesOf } from "../../src/cli/changes.ts";

const watcher = vi.hoisted(() => ({ watch: vi.fn() }));
vi.mock("chokidar", () => watcher);

/** A watcher that says such an error once it is ready. */
function failing(code: string): EventEmitter {
  const emitter = Object.assign(new EventEmitter(), { close: async () => {}, getWatched: () => ({}) });
  setTimeout(() => {
    emitter.emit("ready");
    emitter.emit("error", Object.assign(new Error(code), { code }));
  });
  return emitter;
}

test.each([
  ["ENOSPC", "the system watches as many files as it may"],
  ["EMFILE", "this process has too many files open"],
])("ends when the system cannot watch as many files: %s", async (code, why) => {
  watcher.watch.mockReturnValueOnce(failing(code));
  const directory = mkdtempSync(join(tmpdir(), "zapc-changes-"));
  const changes = changesOf({ directory, out: "dist", until: new AbortController().signal });
  expect(await changes.next()).toMatchObject({ done: false });
  await expect(changes.next()).rejects.toMatchObject({
    fault: `Failed to watch ${directory}: ${why}.`,
    hint: "Raise the limit, on Linux `sysctl fs.inotify.max_user_watches` and `ulimit -n`, or end other programs that watch files.",
  });
});
