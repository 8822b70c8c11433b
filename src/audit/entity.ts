import type { Metadata } from "../model/definitions.ts";

/**
 * The part of the integration that a place of the metadata belongs to, by its keys: "/triggers/3/fields/1/help_text" ->
 * `triggers/new_ticket/fields/queue`. It stays the same where others come before it.
 */
export function entityAt(metadata: Metadata, path: string): string {
  const [, list = "", index = "", part, field = ""] = path.split("/");
  if (list === "app") {
    const { auth } = metadata.app;
    if (index !== "auth") return "app";
    const key = part === "fields" && "fields" in auth ? auth.fields[Number(field)]?.key : undefined;
    return key === undefined ? "app" : `app/fields/${key}`;
  }
  if (list !== "triggers" && list !== "actions" && list !== "searches") return "app";
  const step = metadata[list][Number(index)];
  const key = part === "fields" ? step?.fields[Number(field)]?.key : undefined;
  return `${list}/${step?.key ?? index}${key === undefined ? "" : `/fields/${key}`}`;
}
