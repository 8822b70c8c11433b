// Runs scripts on zapier-platform-core with zapier-platform-legacy-scripting-runner. Reads {scenarios} as JSON from
// stdin, writes their outcomes as JSON to stdout. A process of its own, because core changes http and the console.
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { authenticationOf, grantedBy, renewal } from "./runner-account.mjs";

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

async function run({ script, metadata, trigger, auth_fields, trigger_fields, meta, redirect }) {
  const { auth } = metadata.app;
  const handler = createAppHandler(definition(metadata, script));
  const authData = {};
  const execute = async (method, inputData) => {
    // A copy: the runner writes into the bundle.
    const bundle = structuredClone({ authData, inputData, meta });
    return (await handler({ command: "execute", method, bundle })).results;
  };
  const renew = renewal(auth, execute);
  const poll = () => execute(`triggers.${trigger}.operation.perform`, trigger_fields);
  try {
    const granted = redirect && (await grantedBy(redirect, { auth, typed: auth_fields, execute }));
    Object.assign(authData, auth_fields, granted?.stored);
    if (auth.type === "session") Object.assign(authData, await renew());
    const { authorize_url } = granted ?? {};
    try {
      return { items: await poll(), authorize_url };
    } catch (error) {
      if (error.name !== "RefreshAuthError" || !renew) throw error;
      Object.assign(authData, await renew());
      return { items: await poll(), authorize_url };
    }
  } catch (error) {
    return { error: { name: error.name, message: withoutContext(String(error.message)) } };
  }
}

// core appends what happened before and what was logged.
function withoutContext(message) {
  return message.split("\n\nConsole logs:")[0].split("\nWhat happened:")[0];
}

/** The app as the platform's conversion would have written it. */
function definition({ app, triggers }, scriptingSource) {
  const { authentication, legacy } = authenticationOf(app);
  return {
    version: app.version,
    platformVersion: version,
    legacy: {
      scriptingSource,
      authentication: legacy,
      triggers: Object.fromEntries(triggers.map(({ key, url }) => [key, { operation: { url } }])),
    },
    authentication,
    hydrators: {
      legacyMethodHydrator: { source: "return z.legacyScripting.run(bundle, 'hydrate.method');" },
      legacyFileHydrator: { source: "return z.legacyScripting.run(bundle, 'hydrate.file');" },
    },
    beforeRequest: [
      {
        source: "return z.legacyScripting.beforeRequest(request, z, bundle);",
        args: ["request", "z", "bundle"],
      },
    ],
    afterResponse: [
      {
        source: "return z.legacyScripting.afterResponse(response, z, bundle);",
        args: ["response", "z", "bundle"],
      },
    ],
    triggers: Object.fromEntries(triggers.map((trigger) => [trigger.key, triggerDefinition(trigger)])),
  };
}

function triggerDefinition({ key, noun, label, help_text }) {
  return {
    key,
    noun,
    display: { label, description: help_text },
    operation: { perform: { source: `return z.legacyScripting.run(bundle, 'trigger', '${key}');` } },
  };
}
