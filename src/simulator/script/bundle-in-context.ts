import type { BundleText } from "../protocol.ts";
import type { GivenResponse } from "./response-in-context.ts";

/** A bundle, as a method gets it. */
export interface MadeBundle {
  readonly bundle: object;
  /** The objects in it that outlive the call. */
  readonly kept: readonly object[];
}

/** Makes, inside the context, what makes bundles of a BundleText. */
export function makeBundle(responseOf: (given: GivenResponse) => object): (text: string) => MadeBundle {
  type Objects = { [key: string]: Objects };
  return (text) => {
    const { bundle, same, kept }: BundleText & { bundle: Objects } = JSON.parse(text);
    const at = (path: readonly string[]) => path.reduce((object, key) => object[key] as Objects, bundle);
    for (const [again, first] of same) {
      const key = again[again.length - 1] as string;
      at(again.slice(0, -1))[key] = at(first);
    }
    const { response } = bundle as { response?: unknown };
    if (response) Object.assign(bundle, { response: responseOf(response as GivenResponse) });
    return { bundle, kept: kept.map(at) };
  };
}
