import type { Action, Metadata, Search, Trigger } from "../../../src/model/definitions.ts";
import { authenticationOf, run } from "./authentication.ts";

/** The app as the platform's conversion would have written it; process.mjs adds the version of the platform. */
export function definition({ app, triggers, actions, searches }: Metadata, scriptingSource: string): object {
  const { authentication, legacy } = authenticationOf(app);
  return {
    version: app.version,
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
    beforeRequest: [middleware("beforeRequest", "request")],
    afterResponse: [middleware("afterResponse", "response")],
    triggers: byKey(triggers, triggerDefinition),
    creates: byKey(actions, actionDefinition),
    searches: byKey(searches, searchDefinition),
  };
}

function byKey<T extends { readonly key: string }>(steps: readonly T[], part: (step: T) => object): object {
  return Object.fromEntries(steps.map((step) => [step.key, part(step)]));
}

function middleware(name: string, takes: string): object {
  return { source: `return z.legacyScripting.${name}(${takes}, z, bundle);`, args: [takes, "z", "bundle"] };
}

function legacyTrigger(trigger: Trigger): object {
  const { url, type, custom_fields_url } = trigger;
  const hookType = type === "notification_hook" ? "notification" : undefined;
  const event = "event" in trigger ? trigger.event : undefined;
  return { operation: { url, event, hookType, outputFieldsUrl: custom_fields_url } };
}

function legacyAction({ url, fields, custom_fields_url, custom_result_fields_url }: Action): object {
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

function legacySearch({ url, resource_url, custom_fields_url, custom_result_fields_url }: Search): object {
  return {
    operation: {
      url,
      resourceUrl: resource_url,
      inputFieldsUrl: custom_fields_url,
      outputFieldsUrl: custom_result_fields_url,
    },
  };
}

function withDisplay({ key, noun, label, help_text }: Trigger | Action | Search, operation: object): object {
  return { key, noun, display: { label, description: help_text }, operation };
}

function triggerDefinition(trigger: Trigger): object {
  const { key, type } = trigger;
  const outputFields = [run("trigger.output", key)];
  if (type === "polling") return withDisplay(trigger, { perform: run("trigger", key), outputFields });
  return withDisplay(trigger, {
    perform: run("trigger.hook", key),
    performList: run("trigger", key),
    performSubscribe: run("trigger.hook.subscribe", key),
    performUnsubscribe: run("trigger.hook.unsubscribe", key),
    outputFields,
  });
}

function actionDefinition(action: Action): object {
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

function searchDefinition(search: Search): object {
  const { key } = search;
  return withDisplay(search, {
    perform: run("search", key),
    performGet: run("search.resource", key),
    inputFields: [run("search.input", key)],
    outputFields: [run("search.output", key)],
  });
}
