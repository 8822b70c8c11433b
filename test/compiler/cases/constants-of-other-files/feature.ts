import defaults, { Level, limit as LIMIT } from "./shared/index.ts";
import * as shared from "./shared/index.ts";

const limit = 5;

export function feature(): unknown {
  return [defaults.name, Level.High, LIMIT, limit, shared.limit, shared.twice(limit)];
}
