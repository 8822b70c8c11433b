import { once } from "node:events";
import { watch } from "chokidar";

/** The files to watch, and the end of watching. */
interface FileWatch {
  readonly files: readonly string[];
  readonly until: AbortSignal;
}

/** Gives the time, of `performance.now()`, at which files began to be watched, and then that of each change of one of them. */
export async function* changesOfFiles({ files, until }: FileWatch): AsyncGenerator<number> {
  let changedAt: number | undefined;
  let wake = () => {};
  const watcher = watch([...files], { ignoreInitial: true });
  watcher.on("all", () => {
    changedAt ??= performance.now();
    wake();
  });
  until.addEventListener("abort", () => wake());
  try {
    await once(watcher, "ready");
    yield performance.now();
    while (!until.aborted) {
      if (changedAt === undefined) {
        await new Promise<void>((done) => {
          wake = done;
        });
        continue;
      }
      const since = changedAt;
      changedAt = undefined;
      yield since;
    }
  } finally {
    await watcher.close();
  }
}
