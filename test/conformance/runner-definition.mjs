// The app as the platform's conversion would have written it.
import { authenticationOf } from "./runner-account.mjs";

/** @param platformVersion - of zapier-platform-core */
export function definition({ app, triggers, actions, searches }, scriptingSource, platformVersion) {
  const { authentication, legacy } = authenticationOf(app);
  return {
    version: app.version,
    platformVersion,
    legacy: {
      scriptingSource,
      authentication: legacy,
      subscribeUrl: app.subscribe_url,
      unsubscribeUrl: app.unsubscribe_url,
      triggers: byKey(triggers, legacyTrigger),
      creates: byKey(actions, legacyAction),
      searches: byKey(searches, legacySearch),
    },
    authentication,
    hydrators: { legacyMethodHydrator: run("hydrate.method"), legacyFileHydrator: run("hydrate.file") },
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
    triggers: byKey(triggers, triggerDefinition),
    creates: byKey(actions, actionDefinition),
    searches: byKey(searches, searchDefinition),
  };
}

function byKey(steps, part) {
  return Object.fromEntries(steps.map((step) => [step.key, part(step)]));
}

function run(what, key) {
  return { source: `return z.legacyScripting.run(bundle, '${what}'${key ? `, '${key}'` : ""});` };
}

function legacyTrigger({ url, type, event, custom_fields_url }) {
  const hookType = type === "notification_hook" ? "notification" : undefined;
  return { operation: { url, event, hookType, outputFieldsUrl: custom_fields_url } };
}

function legacyAction({ url, fields, custom_fields_url, custom_result_fields_url }) {
  const excluded = fields.filter(({ send_in_json }) => send_in_json === false).map(({ key }) => key);
  return {
    operation: {
      url,
      fieldsExcludedFromBody: excluded,
      inputFieldsUrl: custom_fields_url,
      outputFieldsUrl: custom_result_fields_url,
    },
  };
}

function legacySearch({ url, resource_url, custom_fields_url, custom_result_fields_url }) {
  return {
    operation: {
      url,
      resourceUrl: resource_url,
      inputFieldsUrl: custom_fields_url,
      outputFieldsUrl: custom_result_fields_url,
    },
  };
}

function withDisplay({ key, noun, label, help_text }, operation) {
  return { key, noun, display: { label, description: help_text }, operation };
}

function triggerDefinition(trigger) {
  const { key, type } = trigger;
  return withDisplay(trigger, {
    perform: run(type === "polling" ? "trigger" : "trigger.hook", key),
    performSubscribe: run("trigger.hook.subscribe", key),
    performUnsubscribe: run("trigger.hook.unsubscribe", key),
    outputFields: [run("trigger.output", key)],
  });
}

function actionDefinition(action) {
  const { key, fields } = action;
  return withDisplay(action, {
    perform: run("create", key),
    inputFields: [
      ...fields.map(({ key, type }) => ({ key, type, declared: true })),
      run("create.input", key),
    ],
    outputFields: [run("create.output", key)],
  });
}

function searchDefinition(search) {
  const { key } = search;
  return withDisplay(search, {
    perform: run("search", key),
    performGet: run("search.resource", key),
    inputFields: [run("search.input", key)],
    outputFields: [run("search.output", key)],
  });
}
