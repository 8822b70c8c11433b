import { placedSteps, type RuleFinding } from "../metadata/rules/rule.ts";
import type { Metadata } from "../model/definitions.ts";
import type { AuditFinding, AuditRule, AuditSubject } from "./rule.ts";

/** Addresses: of endpoints, of OAuth, and all others. */
export const urlRules: readonly AuditRule[] = [
  {
    id: "ZDE003",
    about: "The URLs of OAuth are HTTPS.",
    severity: "error",
    check: ({ metadata }) => insecureUrls(oauthUrls(metadata), "OAuth sends secrets"),
  },
  {
    id: "ZDE021",
    about: "The URLs of the app and of its steps are HTTPS.",
    severity: "error",
    check: ({ metadata }) =>
      insecureUrls(endpoints(metadata), "The request carries the account's credentials"),
  },
  {
    id: "ZDW006",
    about: "No other text of the metadata and of the script has an address with `http://`.",
    severity: "warning",
    reads: "script",
    check: otherInsecure,
  },
  {
    id: "ZDW008",
    about: "A variable in a URL of a step is an auth field or a required field of the step.",
    severity: "warning",
    check: ({ metadata }) => optionalVariables(metadata),
  },
];

/** A text with its JSON pointer in the metadata. */
interface PointedText {
  readonly path: string;
  readonly text: string;
}

function textsOf(path: string, of: object, names: readonly string[]): PointedText[] {
  const values: { readonly [name: string]: unknown } = { ...of };
  return names.flatMap((name) => {
    const text = values[name];
    return typeof text === "string" ? [{ path: `${path}/${name}`, text }] : [];
  });
}

function oauthUrls({ app }: Metadata): PointedText[] {
  return textsOf("/app/auth", app.auth, [
    "request_token_url",
    "authorize_url",
    "access_token_url",
    "refresh_token_url",
  ]);
}

const stepUrls = ["url", "custom_fields_url", "custom_result_fields_url", "resource_url"];

function endpoints(metadata: Metadata): PointedText[] {
  return [
    ...textsOf("/app", metadata.app, ["subscribe_url", "unsubscribe_url"]),
    ...placedSteps(metadata).flatMap(({ step, path }) => textsOf(path, step, stepUrls)),
  ];
}

function insecureUrls(urls: readonly PointedText[], danger: string): RuleFinding[] {
  return urls
    .filter(({ text }) => /^http:/i.test(text))
    .map(({ path, text }) => ({
      path,
      message: `${danger} over a connection that anybody can read: ${text}.`,
      hint: "Begin it with https://.",
    }));
}

function otherInsecure({ metadata, script }: AuditSubject): AuditFinding[] {
  const known = new Set([...oauthUrls(metadata), ...endpoints(metadata)].map(({ path }) => path));
  const inMetadata = allTexts(metadata, "").filter(
    ({ path }) => !known.has(path) && !/\/sample\//.test(path),
  );
  const hint = "Begin it with https://.";
  return [
    ...inMetadata.flatMap(({ path, text }) => {
      const [url] = /\bhttp:\/\/\S+/i.exec(text) ?? [];
      return url === undefined
        ? []
        : [{ path, message: `The text has an address without TLS: ${url}.`, hint }];
    }),
    ...(script?.httpTexts ?? []).map(({ text, place }) => ({
      place,
      message: `The script has an address without TLS: ${text}.`,
      hint,
    })),
  ];
}

function allTexts(value: unknown, path: string): PointedText[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    allTexts(inner, `${path}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
}

function optionalVariables(metadata: Metadata): RuleFinding[] {
  return placedSteps(metadata).flatMap(({ step, path }) =>
    textsOf(path, step, ["url", "custom_fields_url", "custom_result_fields_url"]).flatMap((url) =>
      variablesIn(url.text).flatMap((variable) => {
        const field = step.fields.find(({ key }) => key === variable);
        if (!field || field.required || field.default !== undefined) return [];
        const message = `The URL has {{${variable}}}, a field that the user may leave empty.`;
        return [
          {
            path: url.path,
            message,
            hint: `Make the field "${variable}" required, or give it a \`default\`.`,
          },
        ];
      }),
    ),
  );
}

/** The names of the variables in a text, each once. */
export function variablesIn(text: string): string[] {
  const names = [...text.matchAll(/\{\{\s*([^{}]+?)\s*\}\}/g)].map(([, name = ""]) => name);
  return [...new Set(names.map((name) => name.replace(/^bundle\.\w+\./, "")))];
}
