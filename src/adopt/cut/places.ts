import type { Metadata } from "../../model/definitions.ts";
import { exportedName, type Method, methodCalled } from "../../model/methods.ts";
import type { Destination } from "./modules.ts";

const files: { readonly [kind in Method["kind"]]: string } = {
  trigger: "triggers/KEY.js",
  action: "actions/KEY.js",
  search: "searches/KEY.js",
  hook: "hooks.js",
  auth: "auth.js",
  hydrator: "hydrators.js",
  member: "members.js",
};

/** Tells where each member of `Zap` goes, by the steps of the metadata. */
export function placesOf({
  triggers,
  actions,
  searches,
  hydrators,
}: Metadata): (name: string) => Destination {
  const keysOf = (steps: readonly { readonly key: string }[]) => steps.map(({ key }) => key);
  const declared = {
    trigger: keysOf(triggers),
    action: keysOf(actions),
    search: keysOf(searches),
    hydrator: hydrators,
  };
  const places = new Map<string, Destination>();
  const placed = (name: string): Destination => {
    const method = methodCalled(name, declared);
    if (!method) return { path: files.member, exported: name };
    const key = name.slice(0, -method.name.length - 1);
    return { path: files[method.kind].replace("KEY", key), exported: exportedName(method) };
  };
  return (name) => {
    const place = places.get(name) ?? placed(name);
    places.set(name, place);
    return place;
  };
}
