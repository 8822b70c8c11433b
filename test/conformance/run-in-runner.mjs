// Runs scripts on zapier-platform-core with zapier-platform-legacy-scripting-runner. Reads {scenarios} as JSON from
// stdin, writes their outcomes as JSON to stdout. A process of its own, because core changes http and the console.
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { grantedBy, renewal } from "./runner-account.mjs";
import { definition } from "./runner-definition.mjs";
import { steps } from "./runner-steps.mjs";

const require = createRequire(import.meta.url);

// Under a test runner core raises what it only logs in production.
process.env.NODE_ENV = "production";
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

const { createAppHandler, version } = require("zapier-platform-core");

const { scenarios } = JSON.parse(await text(process.stdin));
const outcomes = [];
for (const scenario of scenarios) outcomes.push(await run(scenario));
write(JSON.stringify(outcomes));
// z.request leaves a thread behind.
process.exit(0);

async function run({ script, metadata, step, auth_fields, meta, redirect }) {
  const { auth } = metadata.app;
  const handler = createAppHandler(definition(metadata, script, version));
  const authData = {};
  const execute = async (method, inputData, more = {}) => {
    // A copy: the runner writes into the bundle.
    const bundle = structuredClone({ authData, inputData, meta, ...more });
    return (await handler({ command: "execute", method, bundle })).results;
  };
  const renew = renewal(auth, execute);
  const repeating = async (...call) => {
    try {
      return await execute(...call);
    } catch (error) {
      if (error.name !== "RefreshAuthError" || !renew) throw error;
      Object.assign(authData, await renew());
      return execute(...call);
    }
  };
  try {
    const granted = redirect && (await grantedBy(redirect, { auth, typed: auth_fields, execute }));
    Object.assign(authData, auth_fields, granted?.stored);
    if (auth.type === "session") Object.assign(authData, await renew());
    const outcome = await steps[step.kind](step, repeating);
    return { ...outcome, ...(granted && { authorize_url: granted.authorize_url }) };
  } catch (error) {
    return { error: { name: error.name, message: withoutContext(String(error.message)) } };
  }
}

// core appends what happened before and what was logged.
function withoutContext(message) {
  return message.split("\n\nConsole logs:")[0].split("\nWhat happened:")[0];
}
