/**
 * Does what the parent asks for, `times` over. Answers with the milliseconds of one, what is on the heap of the main thread
 * after all, and the least memory that there has been: a script's process clears up when V8 finds that worth while.
 */
export function answerParent(poll, memory = () => process.memoryUsage.rss()) {
  process.on("message", async ({ trigger, since, times }) => {
    const start = performance.now();
    let items = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < times; i += 1) {
      items += await poll(trigger, since);
      if (i % 20 === 0) least = Math.min(least, memory());
    }
    const milliseconds = (performance.now() - start) / times;
    globalThis.gc?.();
    process.send({ milliseconds, items, least, heapUsed: process.memoryUsage().heapUsed });
  });
  process.send("ready");
}
