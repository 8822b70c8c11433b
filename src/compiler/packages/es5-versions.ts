/**
 * Versions of packages that run on ES5, where the newest does not. Each was built and called in the built file:
 * `npm --prefix bench run packages -- --older` does so again.
 */
export const es5Versions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    autolinker: "0.28.1",
    bytes: "2.5.0",
    camelcase: "2.1.1",
    "change-case": "3.1.0",
    color: "0.11.4",
    "date-fns": "1.30.1",
    diff: "4.0.2",
    entities: "1.1.2",
    "fuse.js": "3.2.1",
    geolib: "2.0.24",
    immutable: "3.8.2",
    "js-sha256": "0.3.2",
    md5: "2.2.1",
    "no-case": "2.3.2",
    "path-to-regexp": "1.8.0",
    qs: "6.5.3",
    "query-string": "5.1.1",
    rrule: "2.2.0",
    semver: "5.7.2",
    slugify: "1.2.1",
    "sprintf-js": "1.0.3",
    "string-similarity": "1.1.0",
    striptags: "2.2.1",
    "title-case": "2.1.1",
  }),
);

/** Files of packages that run on ES5, where the package as a whole does not. The same command builds and calls each. */
export const es5Paths: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "decimal.js": "decimal.js/decimal.js",
    nanoid: "nanoid/non-secure",
  }),
);
