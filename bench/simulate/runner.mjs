// Polls on zapier-platform-core with its legacy scripting runner, as often as the parent says, and tells how long that took.
import { createRequire } from "node:module";
import { answerParent } from "./answer-parent.mjs";
import { metadata, script } from "./integration.mjs";

process.env.NODE_ENV = "production";
const { createAppHandler, version } = createRequire(import.meta.url)("zapier-platform-core");

const { app, triggers } = metadata(process.argv[2]);
const middleware = (name, first) => [
  { source: `return z.legacyScripting.${name}(${first}, z, bundle);`, args: [first, "z", "bundle"] },
];
// The app as the platform's conversion writes it.
const handler = createAppHandler({
  version: app.version,
  platformVersion: version,
  legacy: {
    scriptingSource: script,
    authentication: { mapping: app.auth.mapping, placement: app.auth.placement },
    triggers: Object.fromEntries(triggers.map(({ key, url }) => [key, { operation: { url } }])),
  },
  authentication: {
    type: "custom",
    fields: app.auth.fields.map(({ key }) => ({ key })),
    test: { source: "return z.legacyScripting.run(bundle, 'trigger', 'polled');" },
  },
  beforeRequest: middleware("beforeRequest", "request"),
  afterResponse: middleware("afterResponse", "response"),
  triggers: Object.fromEntries(
    triggers.map(({ key, noun, label, help_text }) => [
      key,
      {
        key,
        noun,
        display: { label, description: help_text },
        operation: { perform: { source: `return z.legacyScripting.run(bundle, 'trigger', '${key}');` } },
      },
    ]),
  ),
});

answerParent(async (trigger, since) => {
  const bundle = { authData: { key: "key" }, inputData: { since }, meta: { limit: -1 } };
  const method = `triggers.${trigger}.operation.perform`;
  return (await handler({ command: "execute", method, bundle })).results.length;
});
