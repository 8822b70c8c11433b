import type { DeliveryTask } from "./delivery.ts";

/** The paths of a build's parts, for the texts of a checklist. */
export interface DeliveryPaths {
  readonly dist: string;
  /** The version of the integration. */
  readonly version: string;
  /** The file that records the delivery. */
  readonly record: string;
  /** The directory of the CLI app, where the integration is delivered as one. */
  readonly cli?: string;
  /** True if there is a review of the build. */
  readonly hasReview: boolean;
}

/** The task, in one sentence. */
export const headlines: { readonly [todo in DeliveryTask]: string } = {
  first: "Nothing was delivered yet: the script and all settings are to be entered.",
  script: "The script has changed.",
  metadata: "Settings have changed, and the script has not.",
  both: "The script and settings have changed.",
  nothing: "Nothing is to be done: the build is what was delivered.",
};

/** The steps of a delivery, in their order. Empty where nothing is to be done. */
export function checklistOf(todo: DeliveryTask, places: DeliveryPaths): string[] {
  if (todo === "nothing") return [];
  const steps = places.cli === undefined ? builderSteps(todo, places) : cliSteps(places.cli, places.version);
  return [...steps, `Record it: \`zapc deliver --delivered DATE\`, and commit ${places.record}.`];
}

/** Source: docs/platform.md, "How it is today", for Advanced > Legacy Web Builder. The names of the other places are assumed. */
function builderSteps(todo: DeliveryTask, { dist, hasReview }: DeliveryPaths): string[] {
  const settings = hasReview
    ? `${dist}/REVIEW.md has each screen, and ${dist}/review.html a button to copy each value`
    : `${dist}/metadata.json has the values`;
  const script = [
    `Platform UI > Advanced > Legacy Web Builder: replace the whole script by ${dist}/zap.js, and press Save.`,
    "Copy the script back from there, and compare it: `zapc status pasted.js`.",
  ];
  const which = todo === "first" ? "every setting" : "each setting that is listed above";
  return [
    "Platform UI > Versions: clone the version that users have. Its clone is the one to change.",
    ...(todo === "metadata" ? [] : script),
    ...(todo === "script"
      ? []
      : [`Platform UI > Authentication, Triggers, Actions: change ${which}. ${settings}.`]),
    "Test each changed step in a Zap of your own, on the new version.",
    "Platform UI > Versions: promote the new version, then migrate users to it, a few first.",
  ];
}

function cliSteps(directory: string, version: string): string[] {
  return [
    `cd ${directory} && npm install && npm test`,
    "npx zapier-platform validate",
    "npx zapier-platform push",
    `Test each changed step in a Zap of your own, on the version ${version}.`,
    `npx zapier-platform promote ${version}, then npx zapier-platform migrate OLD ${version} 10: a few users first.`,
  ];
}
