interface Underscore {
  templateSettings?: object;
  map?: unknown;
  collect?: unknown;
  includes?: unknown;
  contains?: unknown;
}

/** Gives Underscore the platform's templates and old names. Source: runner, index.js. Runs inside the context. */
export function configureUnderscore(underscore: Underscore): unknown {
  underscore.templateSettings = { interpolate: /\{\{(.+?)\}\}/g, evaluate: false, escape: false };
  underscore.collect ??= underscore.map;
  underscore.contains ??= underscore.includes;
  return underscore;
}
