import type { App, Metadata, Search } from "../../model/definitions.ts";
import { didYouMean } from "../../model/nearest.ts";
import { tokenFieldsOf } from "../../model/token-fields.ts";
import {
  hasKey,
  hasWholeSample,
  isSubscribed,
  type MetadataRule,
  placedSteps,
  type RuleFinding,
} from "./rule.ts";

/** Rules about the `{{variables}}` in URLs, mappings and labels. */
export const variableRules: readonly MetadataRule[] = [
  {
    id: "blank-in-variable",
    about: "A variable has no blanks: `{{key}}`.",
    build: "error",
    check: blanksInVariables,
  },
  {
    id: "unknown-account-variable",
    about:
      "The variables of the mapping and of the authentication's URLs are auth fields or tokens. Those of `subscribe_url` may be fields of the triggers with hooks.",
    build: "error",
    check: unknownVariablesOfAccount,
  },
  {
    id: "unknown-url-variable",
    about: "The variables of a step's URLs are auth fields, tokens, or fields of the step.",
    build: "error",
    check: unknownVariablesOfSteps,
  },
  {
    id: "unknown-resource-variable",
    about:
      "The variables of `resource_url` are auth fields, tokens, or keys in the samples of the search and of the action that it creates with.",
    build: "error",
    check: unknownVariablesOfResources,
  },
  {
    id: "unknown-label-variable",
    about:
      "The variables of `connection_label` are auth fields, tokens, or keys in the sample of the test trigger.",
    build: "error",
    check: unknownVariablesOfLabel,
  },
];

/** A text with variables, and where it stands. */
interface VariableText {
  readonly path: string;
  readonly text: string | undefined;
}

/** The texts of an object that are there. */
function templates<T extends object>(
  path: string,
  of: T,
  names: readonly (keyof T & string)[],
): VariableText[] {
  return names.map((name) => ({ path: `${path}/${name}`, text: of[name] as string | undefined }));
}

// Source: zapier-platform-core, tools/cleaner.js: the text between the braces is the name.
function blanksInVariables(metadata: Metadata): RuleFinding[] {
  const { auth } = metadata.app;
  const all = [
    ...templates("/app", metadata.app, ["subscribe_url", "unsubscribe_url"]),
    ...mappingOf(auth),
    ...urlsOf(auth),
    ...placedSteps(metadata).flatMap(({ step, path }) => [
      ...templates(path, step as Search, [
        "url",
        "custom_fields_url",
        "custom_result_fields_url",
        "resource_url",
      ]),
    ]),
  ];
  return all.flatMap(({ path, text = "" }) => {
    const [wrong, name] = /\{\{(?=\s|\w+\s)\s*([\w.]+)\s*\}\}/.exec(text) ?? [];
    if (wrong === undefined) return [];
    return [
      {
        path,
        message: `The platform leaves ${wrong} as it is: a variable has no blanks.`,
        hint: `Write {{${name}}}.`,
      },
    ];
  });
}

/** The auth fields; undefined where `get_session_info` adds others, which only its code knows. */
function accountKeys(auth: App["auth"]): string[] | undefined {
  if (auth.type === "session") return undefined;
  return [
    ...("fields" in auth ? auth.fields.map(({ key }) => key) : []),
    ...("extra_fields" in auth ? (auth.extra_fields ?? []) : []),
    ...tokenFieldsOf(auth.type),
  ];
}

function mappingOf(auth: App["auth"]): VariableText[] {
  const mapping: { readonly [name: string]: string } = "mapping" in auth ? { ...auth.mapping } : {};
  return Object.entries(mapping).map(([name, text]) => ({ path: `/app/auth/mapping/${name}`, text }));
}

const oauthUrls = ["request_token_url", "authorize_url", "access_token_url", "refresh_token_url"];

function urlsOf(auth: App["auth"]): VariableText[] {
  const urls: { readonly [name: string]: unknown } = { ...auth };
  return templates("/app/auth", urls, oauthUrls);
}

// Source: docs/platform.md, "`z`" and "Authentication": the variables of an OAuth URL besides the auth fields.
const oauthInput = [
  "client_id",
  "client_secret",
  "code",
  "oauth_token",
  "oauth_verifier",
  "redirect_uri",
  "state",
];

function unknownVariablesOfAccount({ app, triggers }: Metadata): RuleFinding[] {
  const account = accountKeys(app.auth);
  if (!account) return [];
  // An unsubscription also has the API's answer to the subscription.
  const subscribing = templates("/app", app, ["subscribe_url"]);
  const hooks = triggers.filter(isSubscribed);
  const ofHooks = hooks.flatMap(({ fields }) => fields.map(({ key }) => key));
  return [
    ...unknownIn(mappingOf(app.auth), account),
    ...unknownIn(urlsOf(app.auth), [...account, ...oauthInput]),
    ...(hooks.length > 0 ? unknownIn(subscribing, [...account, ...ofHooks]) : []),
  ];
}

function unknownVariablesOfSteps(metadata: Metadata): RuleFinding[] {
  const account = accountKeys(metadata.app.auth);
  if (!account) return [];
  return placedSteps(metadata).flatMap(({ step, path }) => {
    const known = [...account, ...step.fields.map(({ key }) => key)];
    const urls = templates(path, step as Search, ["url", "custom_fields_url", "custom_result_fields_url"]);
    return unknownIn(urls, known);
  });
}

/** A found item, or the one created in its place, is read at the `resource_url` by the values of its keys. */
function unknownVariablesOfResources({ app, searches, actions }: Metadata): RuleFinding[] {
  const account = accountKeys(app.auth);
  if (!account) return [];
  return searches.flatMap((search, index) => {
    const [url] = templates(`/searches/${index}`, search, ["resource_url"]);
    const action = actions.find(({ key }) => key === search.search_or_create);
    return [search, action].flatMap((step) => {
      if (!step || !hasWholeSample(step)) return [];
      const why = `the sample of the ${step === search ? "search" : "action"} "${step.key}" does not have it`;
      return unknownIn(url ? [url] : [], account, { sample: step.sample, why });
    });
  });
}

// Source: the archived documentation, "Setting a Connection Label".
function unknownVariablesOfLabel({ app, triggers, methods }: Metadata): RuleFinding[] {
  const { auth, test_trigger } = app;
  const account = accountKeys(auth);
  const trigger = triggers.find(({ key }) => key === test_trigger);
  const isUsed = "connection_label" in auth && !methods.includes("get_connection_label");
  if (!account || !trigger || !isUsed || !hasWholeSample(trigger)) return [];
  return unknownIn(templates("/app/auth", auth, ["connection_label"]), account, {
    sample: trigger.sample,
    why: `neither the sample of the test trigger "${test_trigger}" nor the auth fields have it`,
  });
}

/** The variables besides fields. */
interface Besides {
  readonly sample: { readonly [key: string]: unknown };
  readonly why: string;
}

function unknownIn(
  texts: readonly VariableText[],
  known: readonly string[],
  { sample, why }: Besides = { sample: {}, why: "there is no such field" },
): RuleFinding[] {
  return texts.flatMap(({ path, text = "" }) => {
    const variables = [...text.matchAll(/\{\{\s*([\w.]+)\s*\}\}/g)].map(([, variable]) => variable as string);
    return variables
      .filter((variable) => !known.includes(variable) && !hasKey(sample, variable.replaceAll(".", "__")))
      .filter((variable) => !/^(bundle|process)\./.test(variable))
      .map((variable) => {
        const message = `Nothing fills {{${variable}}}: ${why}.`;
        const meant = didYouMean(variable, [...known, ...Object.keys(sample)], (it) => `{{${it}}}`);
        return { path, message, ...(meant && { hint: meant }) };
      });
  });
}
