interface Underscore {
  templateSettings?: object;
  map?: unknown;
  collect?: unknown;
  includes?: unknown;
  contains?: unknown;
}

/** Gives Underscore the platform's templates and old names. Source: runner, index.js. Runs inside the context. */
export function configureUnderscore(underscore: Underscore): unknown {
  const interpolate = /\{\{(.+?)\}\}/g;
  // Version 1.4 takes the setting of the template as it is: what is false it does not look for.
  underscore.templateSettings = { interpolate, evaluate: false, escape: false };
  underscore.collect ??= underscore.map;
  underscore.contains ??= underscore.includes;
  return underscore;
}
