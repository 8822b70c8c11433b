import type { Diagnostic } from "../model/diagnostic.ts";
import { CALL_LIMIT } from "./size.ts";

// Assumed: the rest of a call's limit is enough for the data of any call.
export const WARN_ABOVE = 1_000_000;

/** A warning where zap.js has more bytes than it may. */
export function sizeWarning(file: string, bytes: number, most = WARN_ABOVE): Diagnostic[] {
  if (bytes <= most) return [];
  const [has, may, limit] = [bytes, most, CALL_LIMIT].map((number) => number.toLocaleString("en"));
  return [
    {
      code: "size",
      severity: "warning",
      message: `zap.js has ${has} bytes, which is more than ${may}. A call has ${limit} for the script and its data.`,
      file,
      hint: "`zapc size` shows what it is made of.",
    },
  ];
}
