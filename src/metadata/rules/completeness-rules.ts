import type { Metadata } from "../../model/definitions.ts";
import { type MetadataRule, type PlacedStep, placedSteps, type RuleFinding } from "./rule.ts";

/** Rules about values that the builder lets one leave out, and that the platform's audit or the user then misses. */
export const completenessRules: readonly MetadataRule[] = [
  {
    id: "no-url",
    about: "A step has a `url`, a method that changes its request, or one that stands in for it.",
    build: "error",
    check: stepsWithoutRequest,
  },
  {
    id: "ZDE008",
    about: "The app has a `test_trigger`, unless its `auth` is `none`.",
    build: "warning",
    check: noTestTrigger,
  },
  {
    id: "ZDE009",
    about: "The sample of a trigger has an `id`, a text or a number.",
    build: "warning",
    check: samplesWithoutId,
  },
  {
    id: "ZDE010",
    about: "A search has a field, or custom fields.",
    build: "warning",
    check: searchesWithoutField,
  },
  {
    id: "ZDE019",
    about: "A polling trigger has a sample, unless it is hidden.",
    build: "warning",
    check: (metadata) => withoutSample(metadata, isPolling),
  },
  {
    id: "ZDE020",
    about: "A search has a `url`.",
    build: "warning",
    check: searchesWithoutUrl,
  },
  {
    id: "ZDW001",
    about: "A step has a noun, unless it is hidden.",
    build: "warning",
    check: stepsWithoutNoun,
  },
  {
    id: "no-help-text",
    about: "A step has a help text, unless it is hidden.",
    build: "warning",
    check: stepsWithoutHelpText,
  },
  {
    id: "no-sample",
    about: "An action, a search and a trigger with hooks have a sample, unless they are hidden.",
    build: "warning",
    check: (metadata) => withoutSample(metadata, (placed) => !isPolling(placed)),
  },
];

/** The methods that can ask without a URL, or change it. */
const methodsThatAsk = {
  trigger: ["poll", "pre_poll"],
  action: ["write", "pre_write"],
  search: ["search", "pre_search"],
};

function stepsWithoutRequest(metadata: Metadata): RuleFinding[] {
  return placedSteps(metadata).flatMap(({ step, kind, path }) => {
    const isHook = "type" in step && step.type !== "polling";
    const asks = methodsThatAsk[kind];
    if (isHook || step.url !== undefined || step.methods.some((method) => asks.includes(method))) return [];
    const message = `The platform has nothing to ask for the ${kind} "${step.key}": it has neither a \`url\` nor a method \`${asks[0]}\`.`;
    return [{ path, message, hint: "Add a `url`." }];
  });
}

function noTestTrigger({ app }: Metadata): RuleFinding[] {
  if (app.test_trigger !== undefined || app.auth.type === "none") return [];
  const message = "No account can be tested: `app` has no `test_trigger`.";
  return [{ path: "/app", message, hint: "Name a trigger that needs no field: `test_trigger`." }];
}

function samplesWithoutId({ triggers }: Metadata): RuleFinding[] {
  return triggers.flatMap(({ key, sample }, index) => {
    if (!sample || ["string", "number"].includes(typeof sample.id)) return [];
    const path = `/triggers/${index}/sample${"id" in sample ? "/id" : ""}`;
    const message = `The sample of the trigger "${key}" has no \`id\` that is a text or a number: the platform tells items apart by it.`;
    return [{ path, message, hint: "Add the `id` of an item." }];
  });
}

function searchesWithoutField({ searches }: Metadata): RuleFinding[] {
  return searches.flatMap(({ key, fields, custom_fields_url, methods }, index) => {
    const isAsked = custom_fields_url !== undefined || methods.includes("custom_search_fields");
    if (fields.length > 0 || isAsked) return [];
    const message = `The search "${key}" has no field: a user cannot say what to search for.`;
    return [{ path: `/searches/${index}/fields`, message, hint: "Add a field." }];
  });
}

function searchesWithoutUrl({ searches }: Metadata): RuleFinding[] {
  return searches.flatMap(({ key, url }, index) => {
    if (url !== undefined) return [];
    const message = `The search "${key}" has no \`url\`.`;
    return [{ path: `/searches/${index}`, message, hint: "Add the URL that returns the matches." }];
  });
}

function isPolling({ step }: PlacedStep): boolean {
  return "type" in step && step.type === "polling";
}

function withoutSample(metadata: Metadata, isMeant: (placed: PlacedStep) => boolean): RuleFinding[] {
  return visible(metadata)
    .filter((placed) => isMeant(placed) && placed.step.sample === undefined)
    .map(({ step, kind, path }) => ({
      path,
      message: `The ${kind} "${step.key}" has no sample: the editor has no keys to offer to later steps.`,
      hint: "Add a `sample` with all keys that a result can have.",
    }));
}

function stepsWithoutNoun(metadata: Metadata): RuleFinding[] {
  return visible(metadata)
    .filter(({ step }) => step.noun === undefined)
    .map(({ step, kind, path }) => ({
      path,
      message: `The ${kind} "${step.key}" has no noun: the platform builds its sentences with it.`,
      hint: "Add a `noun`, in the singular.",
    }));
}

function stepsWithoutHelpText(metadata: Metadata): RuleFinding[] {
  return visible(metadata)
    .filter(({ step }) => step.help_text === undefined)
    .map(({ step, kind, path }) => ({
      path,
      message: `The ${kind} "${step.key}" has no help text.`,
      hint: "Add a `help_text`: one sentence about what it does.",
    }));
}

function visible(metadata: Metadata): PlacedStep[] {
  return placedSteps(metadata).filter(({ step }) => !step.hidden);
}
