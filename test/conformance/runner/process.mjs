// Runs scripts on zapier-platform-core with zapier-platform-legacy-scripting-runner, as start-runner.ts asks. A process of
// its own, because core changes http and the console, z.request blocks it, and it has a clock of its own.
import { createRequire } from "node:module";
import { mock } from "node:test";

const require = createRequire(import.meta.url);

// Under a test runner core raises what it only logs in production.
process.env.NODE_ENV = "production";

const { createAppHandler } = require("zapier-platform-core");

const handlers = [];

/** The names of the methods that a call has called: see watched-script.ts. */
globalThis.calledMethods = new Set();

// One after the other: they share the clock.
let last;
process.on("message", (asked) => {
  last = Promise.all([asked, last]).then(answer);
});
// z.request leaves a thread behind.
process.on("disconnect", () => process.exit(0));

async function answer([{ definition, directory, app, call }]) {
  if (directory) return handlers.push(createAppHandler(require(directory)));
  if (definition) return handlers.push(createAppHandler(definition));
  globalThis.calledMethods.clear();
  const { now, ...event } = call;
  if (now !== undefined) mock.timers.enable({ apis: ["Date"], now });
  const outcome = await outcomeOf(handlers[app], event);
  mock.timers.reset();
  process.send({ ...outcome, called: [...globalThis.calledMethods] });
}

async function outcomeOf(handler, event) {
  try {
    return { results: (await handler({ command: "execute", ...event })).results };
  } catch (error) {
    const { name = "Error", message } = error;
    return { error: { name, message: withoutContext(String(message)) } };
  }
}

// core appends what happened before and what was logged.
function withoutContext(message) {
  return message.split("\n\nConsole logs:")[0].split("\nWhat happened:")[0];
}
