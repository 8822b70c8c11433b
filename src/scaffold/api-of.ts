import type { Metadata } from "../model/definitions.ts";
import { tokenKeys } from "../simulator/authentication/oauth.ts";

/** The address of the API that the steps of an integration ask: `https://{{domain}}/api`, of `https://{{domain}}/api/tickets?sort=id`. */
export function apiOf({ app, triggers, actions, searches }: Metadata): string {
  const { auth } = app;
  const known = auth.type === "none" ? [] : [...auth.fields.map(({ key }) => key), ...tokenKeys(auth)];
  const first = triggers.filter(({ key }) => key === app.test_trigger);
  for (const { url } of [...first, ...triggers, ...actions, ...searches]) {
    const base = url === undefined ? undefined : baseOf(url, known);
    if (base !== undefined) return base;
  }
  return "https://api.example.com";
}

/** The address without its last segment and its query; cut before a variable that is none of the account. */
function baseOf(url: string, known: readonly string[]): string | undefined {
  const [, origin, path = ""] = /^(https?:\/\/[^/?#]+)([^?#]*)/.exec(url) ?? [];
  if (origin === undefined || hasOther(origin, known)) return undefined;
  const segments = path.split("/").slice(1, -1);
  const other = segments.findIndex((segment) => hasOther(segment, known));
  return [origin, ...(other === -1 ? segments : segments.slice(0, other))].join("/");
}

function hasOther(text: string, known: readonly string[]): boolean {
  return [...text.matchAll(/\{\{(.+?)\}\}/g)].some(([, name = ""]) => !known.includes(name.trim()));
}
