/**
 * Does what the parent asks for, `times` over. Answers with the milliseconds of one, what is on the heap of the main thread
 * after all, and the least memory that the process has had: the script's thread clears up when V8 finds that worth while.
 */
export function answerParent(poll) {
  process.on("message", async ({ trigger, since, times }) => {
    const start = performance.now();
    let items = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < times; i += 1) {
      items += await poll(trigger, since);
      least = Math.min(least, process.memoryUsage.rss());
    }
    const milliseconds = (performance.now() - start) / times;
    globalThis.gc?.();
    process.send({ milliseconds, items, least, heapUsed: process.memoryUsage().heapUsed });
  });
  process.send("ready");
}
