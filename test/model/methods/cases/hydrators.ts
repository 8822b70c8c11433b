import type { Hydrate, ZapInfo } from "zapc";
import type { Account } from "./app.ts";
import { is } from "./exactly.ts";

export function get_owner(bundle: Hydrate<{ id: number; deep?: boolean }>) {
  is<number>()(bundle.id);
  is<boolean | undefined>()(bundle.deep);
  is<string>()(bundle.auth_fields.token);
  is<ZapInfo>()(bundle.zap);
  return { id: bundle.id };
}

export function get_later(bundle: Hydrate<{ id: number }>, callback: (error: Error | null, owner?: object) => void) {
  callback(null, { id: bundle.id });
}

export function get_anything(bundle: Hydrate) {
  return bundle;
}
