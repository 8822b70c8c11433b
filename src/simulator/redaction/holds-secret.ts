import { redactedBlocks } from "./encoded-blocks.ts";
import type { Needles } from "./needles.ts";
import { viewsOf } from "./views.ts";

/** Tells whether a text holds one of these secrets, however it is written. */
export function holdsSecret(text: string, needles: Needles): boolean {
  for (const view of viewsOf(text, needles.secretProperties)) {
    if (needles.isIn(view.text)) return true;
    const blocks = redactedBlocks(view.text, {
      redact: (decoded) => (holdsSecret(decoded, needles) ? "" : decoded),
      hasSecret: (decoded) => needles.isIn(decoded),
    });
    if (blocks.length > 0) return true;
  }
  return false;
}
