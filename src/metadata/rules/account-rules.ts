import type { Metadata } from "../../model/definitions.ts";
import {
  isPolled,
  isSubscribed,
  keysOf,
  type MetadataRule,
  missing,
  pollIt,
  type RuleFinding,
} from "./rule.ts";

/** Rules about the app as a whole: about its test trigger, and the URLs of its hooks. */
export const accountRules: readonly MetadataRule[] = [
  {
    id: "unknown-test-trigger",
    about: "`test_trigger` is the key of a trigger.",
    build: "error",
    check: unknownTestTrigger,
  },
  {
    id: "test-trigger-field",
    about: "The test trigger has no required field.",
    build: "error",
    check: fieldsOfTestTrigger,
  },
  {
    id: "test-trigger-not-polled",
    about: "The test trigger is polled. A trigger with hooks needs a `url` for that.",
    build: "error",
    check: unpolledTestTrigger,
  },
  {
    id: "no-subscription",
    about: "The app has a `subscribe_url` if a trigger is a `rest_hook` or a `notification_hook`.",
    build: "error",
    check: hooksWithoutSubscription,
  },
  {
    id: "unsubscribe-without-hooks",
    about: "The app has no `unsubscribe_url` without a `subscribe_url` or a trigger with hooks.",
    build: "error",
    check: unsubscribeWithoutHooks,
  },
  {
    id: "ZDW005",
    about: "The app has a `subscribe_url` and an `unsubscribe_url` if a trigger subscribes to hooks.",
    build: "warning",
    check: missingHookUrls,
  },
];

function unknownTestTrigger({ app, triggers }: Metadata): RuleFinding[] {
  if (app.test_trigger === undefined) return [];
  const message = missing(app.test_trigger, "trigger", keysOf(triggers));
  return message
    ? [{ path: "/app/test_trigger", message: `The test trigger does not exist: ${message}` }]
    : [];
}

function fieldsOfTestTrigger({ app, triggers }: Metadata): RuleFinding[] {
  const index = triggers.findIndex(({ key }) => key === app.test_trigger);
  return (triggers[index]?.fields ?? []).flatMap(({ key, required }, field) => {
    const message = `The test trigger must have no required field: when an account is tested, "${key}" is empty.`;
    return required ? [{ path: `/triggers/${index}/fields/${field}/required`, message }] : [];
  });
}

function unpolledTestTrigger({ app, triggers }: Metadata): RuleFinding[] {
  const trigger = triggers.find(({ key }) => key === app.test_trigger);
  if (!trigger || isPolled(trigger)) return [];
  const message = `The platform polls the test trigger, and "${trigger.key}" only waits for hooks.`;
  return [{ path: "/app/test_trigger", message, hint: pollIt(trigger.key) }];
}

// Source: docs/platform.md, "Hooks": subscribe POSTs to the app's subscribe URL.
function hooksWithoutSubscription({ app, triggers }: Metadata): RuleFinding[] {
  if (app.subscribe_url !== undefined) return [];
  return triggers.flatMap((trigger, index) => {
    if (!isSubscribed(trigger)) return [];
    return [
      {
        path: `/triggers/${index}/type`,
        message: `No hook reaches the trigger "${trigger.key}": \`app\` has no \`subscribe_url\` to which the platform subscribes it.`,
        hint: "Add `subscribe_url` and `unsubscribe_url` to app.ts. `pre_subscribe` in hooks.ts can change the address for each trigger.",
      },
    ];
  });
}

function unsubscribeWithoutHooks({ app, triggers }: Metadata): RuleFinding[] {
  const { subscribe_url, unsubscribe_url } = app;
  if (subscribe_url !== undefined || unsubscribe_url === undefined || triggers.some(isSubscribed)) return [];
  return [
    {
      path: "/app/unsubscribe_url",
      message:
        "Nothing is unsubscribed: no trigger has hooks that are subscribed to, and there is no `subscribe_url`.",
      hint: "Remove `unsubscribe_url`, or add `subscribe_url` and a trigger of the type rest_hook.",
    },
  ];
}

// Source: docs/platform.md, "Deployment checks".
function missingHookUrls({ app, triggers, methods }: Metadata): RuleFinding[] {
  const { subscribe_url, unsubscribe_url } = app;
  if (!triggers.some(isSubscribed)) return [];
  if (subscribe_url === undefined)
    return [
      {
        path: "/app",
        message: "A trigger subscribes to hooks, and `app` has no `subscribe_url`.",
        hint: "Add `subscribe_url` to app.ts.",
      },
    ];
  if (unsubscribe_url !== undefined || methods.includes("pre_unsubscribe")) return [];
  return [
    {
      path: "/app/subscribe_url",
      message: "Hooks that a user no longer wants keep coming: `app` has no `unsubscribe_url`.",
      hint: "Add `unsubscribe_url` to app.ts, if the API can end a subscription.",
    },
  ];
}
