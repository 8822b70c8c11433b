import { isSubscribed, placedFields, placedSteps, type RuleFinding } from "../metadata/rules/rule.ts";
import type { Metadata } from "../model/definitions.ts";
import type { AuditRule, AuditSubject } from "./rule.ts";

/** The app as a whole, its account, and the sets of its steps. */
export const appRules: readonly AuditRule[] = [
  {
    id: "ZDE006",
    about: "At most one trigger is a `static_hook`.",
    severity: "error",
    check: ({ metadata }) => secondStaticHooks(metadata),
  },
  {
    id: "ZDE007",
    about: "A `rest_hook` and a `notification_hook` have a `url` to poll, for the editor's samples.",
    severity: "error",
    check: ({ metadata }) => hooksWithoutUrl(metadata),
  },
  {
    id: "ZDE011",
    about: "The logo is square.",
    severity: "error",
    needs: "sources",
    check: (subject) =>
      logoFinding(subject, (png) => {
        const { width, height } = sizeOfPng(png) ?? { width: 0, height: 0 };
        return width === height ? undefined : `The logo is not square: ${width} × ${height} pixels.`;
      }),
  },
  {
    id: "ZDE012",
    about: "The logo has at least 256 × 256 pixels.",
    severity: "error",
    needs: "sources",
    check: (subject) =>
      logoFinding(subject, (png) => {
        const { width, height } = sizeOfPng(png) ?? { width: SMALLEST_LOGO, height: SMALLEST_LOGO };
        const isLarge = Math.min(width, height) >= SMALLEST_LOGO;
        return isLarge
          ? undefined
          : `The logo is too small: ${width} × ${height} pixels of at least 256 × 256.`;
      }),
  },
  {
    id: "ZDE013",
    about: "The logo is a PNG.",
    severity: "error",
    needs: "sources",
    check: (subject) =>
      logoFinding(subject, (bytes) => (isPng(bytes) ? undefined : "The logo is not a PNG file.")),
  },
  {
    id: "ZDE014",
    about: "The logo can be read.",
    severity: "error",
    needs: "sources",
    check: unreadableLogo,
  },
  {
    id: "ZDE016",
    about: "No field of an action asks for an API key, or is a `password`.",
    severity: "error",
    check: ({ metadata }) => keysInActions(metadata),
  },
  {
    id: "ZDE022",
    about: "The app has a `category`.",
    severity: "error",
    check: ({ metadata }) => noCategory(metadata),
  },
  {
    id: "ZDW004",
    about: "At most five of the triggers, the actions or the searches are important.",
    severity: "warning",
    check: ({ metadata }) => manyImportantSteps(metadata),
  },
  {
    id: "ZDW013",
    about: "At least one of the triggers and one of the actions that users see is important.",
    severity: "warning",
    check: ({ metadata }) => noImportantSteps(metadata),
  },
  {
    id: "ZDW007",
    about: "No trigger is a `static_hook`: with a `rest_hook` users need not enter an address.",
    severity: "warning",
    check: ({ metadata }) => staticHooks(metadata),
  },
  {
    id: "ZDW009",
    about: "The help text of an API key links to the page on which users find it.",
    severity: "warning",
    check: ({ metadata }) => keysWithoutLink(metadata),
  },
  {
    id: "ZDW010",
    about: "An account has a `connection_label`, or the method `get_connection_label`.",
    severity: "warning",
    check: ({ metadata }) => noConnectionLabel(metadata),
  },
  {
    id: "ZDW011",
    about: "A search has a `resource_url`, or the method `read_resource`.",
    severity: "warning",
    check: ({ metadata }) => searchesWithoutResource(metadata),
  },
  {
    id: "ZDW012",
    about: "A field for an `id` has a dropdown.",
    severity: "warning",
    check: ({ metadata }) => idsWithoutDropdown(metadata),
  },
];

function staticHooks({ triggers }: Metadata): RuleFinding[] {
  return triggers.flatMap(({ key, type }, index) => {
    if (type !== "static_hook") return [];
    const message = `Users of the trigger "${key}" must copy an address into the service by hand.`;
    return [
      { path: `/triggers/${index}/type`, message, hint: "Make it a rest_hook, if the API can subscribe." },
    ];
  });
}

function secondStaticHooks(metadata: Metadata): RuleFinding[] {
  return staticHooks(metadata)
    .slice(1)
    .map(({ path }) => ({
      path,
      message: "The app has a static webhook already: the platform allows one.",
      hint: "Make it a rest_hook, if the API can subscribe.",
    }));
}

function hooksWithoutUrl({ triggers }: Metadata): RuleFinding[] {
  return triggers.flatMap((trigger, index) => {
    if (!isSubscribed(trigger) || trigger.url !== undefined) return [];
    const message = `The trigger "${trigger.key}" has no \`url\`: the editor polls it for samples.`;
    return [
      { path: `/triggers/${index}`, message, hint: "Add a `url` that returns items as the hooks have them." },
    ];
  });
}

// Source: docs/platform.md, "Deployment checks".
const SMALLEST_LOGO = 256;

/** The fault of the logo's bytes, where it can be read. */
function logoFinding(
  { metadata, readBesideApp }: AuditSubject,
  wrong: (bytes: Uint8Array) => string | undefined,
): RuleFinding[] {
  const { logo } = metadata.app;
  const bytes = logo === undefined ? undefined : readBesideApp?.(logo);
  const message = bytes && wrong(bytes);
  return message === undefined
    ? []
    : [{ path: "/app/logo", message, hint: "Name a square PNG of at least 256 × 256 pixels." }];
}

function unreadableLogo({ metadata, readBesideApp }: AuditSubject): RuleFinding[] {
  const { logo } = metadata.app;
  if (logo === undefined || !readBesideApp) return [];
  const bytes = readBesideApp(logo);
  if (bytes && (!isPng(bytes) || sizeOfPng(bytes))) return [];
  const message = bytes
    ? `The logo ${logo} is not a whole PNG file.`
    : `There is no logo ${logo} beside app.ts.`;
  return [{ path: "/app/logo", message, hint: "Name the file of the logo, relative to app.ts." }];
}

const apiKey = /\b(?:api|access)[\s_-]?(?:key|token)\b/i;

function asksForKey({ key, label }: { readonly key: string; readonly label: string }): boolean {
  return [key.replaceAll("_", " "), label].some((text) => apiKey.test(text));
}

function keysInActions({ actions }: Metadata): RuleFinding[] {
  return actions.flatMap(({ fields }, index) =>
    fields.flatMap((field, at) => {
      if (!asksForKey(field) && field.type !== "password") return [];
      const path = `/actions/${index}/fields/${at}/key`;
      const message = `The field "${field.key}" asks for a secret in each Zap, where it is not kept as one.`;
      return [{ path, message, hint: "Ask for it in the account: auth.fields." }];
    }),
  );
}

function noCategory({ app }: Metadata): RuleFinding[] {
  if (app.category !== undefined) return [];
  const message = "The app has no category: users do not find it in the directory.";
  return [{ path: "/app", message, hint: "Add a `category`, as the platform's directory names it." }];
}

// Assumed: the platform publishes the checks without their numbers.
const MOST_IMPORTANT = 5;

function manyImportantSteps(metadata: Metadata): RuleFinding[] {
  return (["triggers", "actions", "searches"] as const).flatMap((list) => {
    const important = metadata[list].filter((step) => step.important);
    if (important.length <= MOST_IMPORTANT) return [];
    const message = `${important.length} ${list} are important: where many are, none is.`;
    const index = metadata[list].indexOf(important[MOST_IMPORTANT] as never);
    return [{ path: `/${list}/${index}/important`, message, hint: "Keep the five that most Zaps need." }];
  });
}

function noImportantSteps(metadata: Metadata): RuleFinding[] {
  return (["triggers", "actions"] as const).flatMap((list) => {
    const visible = metadata[list].filter((step) => !step.hidden);
    if (visible.length === 0 || visible.some((step) => step.important)) return [];
    const message = `None of the ${list} is important: the directory shows those first.`;
    return [{ path: "/app", message, hint: "Mark those that most Zaps need: `important: true`." }];
  });
}

function keysWithoutLink({ app }: Metadata): RuleFinding[] {
  const fields = "fields" in app.auth ? app.auth.fields : [];
  return fields.flatMap((field, index) => {
    if (!asksForKey(field) || /\[[^\]]+\]\(https?:\/\/[^)]+\)/.test(field.help_text ?? "")) return [];
    const message = `The help text of "${field.key}" has no link to the page on which users find it.`;
    return [
      { path: `/app/auth/fields/${index}`, message, hint: "Add one to `help_text`: [API keys](https://…)." },
    ];
  });
}

function noConnectionLabel({ app, methods }: Metadata): RuleFinding[] {
  const { auth } = app;
  if (auth.type === "none" || auth.connection_label !== undefined) return [];
  if (methods.includes("get_connection_label")) return [];
  const message = "Accounts have no name of their own: users cannot tell two of them apart.";
  return [
    {
      path: "/app/auth",
      message,
      hint: "Add a `connection_label` with variables of the test trigger's result, or the method get_connection_label.",
    },
  ];
}

function searchesWithoutResource({ searches }: Metadata): RuleFinding[] {
  return searches.flatMap(({ key, resource_url, methods }, index) => {
    if (resource_url !== undefined || methods.includes("read_resource")) return [];
    const message = `The search "${key}" has no \`resource_url\`: a match is not read whole.`;
    return [
      { path: `/searches/${index}`, message, hint: "Add the URL that returns the object that was found." },
    ];
  });
}

function idsWithoutDropdown(metadata: Metadata): RuleFinding[] {
  const ofSteps = new Set(placedSteps(metadata).map(({ path }) => path));
  return placedFields(metadata)
    .filter(({ path }) => ofSteps.has(path.replace(/\/fields\/\d+$/, "")))
    .filter(({ field }) => /(?:^|_)ids?$/i.test(field.key) || /\bID\b/.test(field.label))
    .filter(({ field }) => field.prefill === undefined && field.choices === undefined)
    .map(({ field, path }) => ({
      path,
      message: `Users must find out the value of "${field.key}" elsewhere: it has no dropdown.`,
      hint: "Add a dynamic dropdown: `prefill`.",
    }));
}

// Source: the PNG specification, "PNG signature" and "IHDR Image header".
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const header = { length: 33, type: 12, width: 16, height: 20 };

/** Tells whether bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** The size of a PNG in pixels; undefined where its header is not whole. */
export function sizeOfPng(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (!isPng(bytes) || bytes.length < header.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const type = String.fromCharCode(...bytes.subarray(header.type, header.type + 4));
  if (type !== "IHDR") return undefined;
  return { width: view.getUint32(header.width), height: view.getUint32(header.height) };
}
