import { closest } from "fastest-levenshtein";
import type { Auth, Metadata } from "../model/definitions.ts";
import type { SchemaError } from "../model/validate.ts";

// Source: the archived documentation, "OAuth v1" and "OAuth v2": the platform adds these auth fields.
const tokens: { readonly [type in Auth["type"]]?: readonly string[] } = {
  oauth1: ["oauth_token", "oauth_token_secret"],
  oauth2: ["access_token"],
  oauth2_refresh: ["access_token", "refresh_token"],
};

/**
 * `{{domian}}` in a URL or a mapping, where the field is "domain". With session authentication nothing can be
 * said: what `get_session_info` returns is known to its code only.
 */
export function variablesAreKnown({ app: { auth }, triggers, actions, searches }: Metadata): SchemaError[] {
  if (auth.type === "session") return [];
  const ofAccount = [
    ...("fields" in auth ? auth.fields.map(({ key }) => key) : []),
    ...("extra_fields" in auth ? (auth.extra_fields ?? []) : []),
    ...(tokens[auth.type] ?? []),
  ];
  const lists = { triggers, actions, searches };
  const ofSteps = Object.entries(lists).flatMap(([list, steps]) =>
    steps.flatMap((step, index) => {
      const known = [...ofAccount, ...step.fields.map(({ key }) => key)];
      const { url, custom_fields_url } = step;
      const texts = { url, custom_fields_url };
      return unknownIn(`/${list}/${index}`, texts, known);
    }),
  );
  const mapping = "mapping" in auth ? { ...auth.mapping } : {};
  return [...unknownIn("/app/auth/mapping", mapping, ofAccount), ...ofSteps];
}

function unknownIn(
  path: string,
  texts: { readonly [name: string]: string | undefined },
  known: readonly string[],
): SchemaError[] {
  return Object.entries(texts).flatMap(([name, text = ""]) => {
    const variables = [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, variable]) => variable as string);
    return variables
      .filter((variable) => !known.includes(variable))
      .map((variable) => ({
        path: `${path}/${name}`,
        message: `The platform has nothing to put for {{${variable}}}: there is no such field.${hintFor(variable, known)}`,
      }));
  });
}

function hintFor(variable: string, known: readonly string[]): string {
  return known.length > 0 ? ` Did you mean {{${closest(variable, known)}}}?` : "";
}
