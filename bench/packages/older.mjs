/**
 * The calls of versions that run on ES5, where they are not those of cases.mjs. `src/compiler/packages/es5-versions.ts` has the
 * versions; package.json installs each as `older-NAME`.
 */
export const olderCases = {
  color: ['import Color from "color";', 'Color("#336699").darken(0.5).hexString()'],
  "date-fns": [
    'import addDays from "date-fns/add_days";\nimport format from "date-fns/format";',
    'format(addDays(new Date(2024, 0, 1), 45), "YYYY-MM-DD")',
  ],
  "fuse.js": [
    'import Fuse from "fuse.js";',
    'new Fuse([{ t: "paris" }, { t: "lyon" }], { threshold: 0.4, keys: ["t"] }).search("pari")',
  ],
  geolib: [
    'import geolib from "geolib";',
    "geolib.getDistance({ latitude: 48.85, longitude: 2.35 }, { latitude: 45.76, longitude: 4.83 })",
  ],
  "no-case": ['import noCase from "no-case";', 'noCase("newDataSet")'],
  "path-to-regexp": ['import pathToRegexp from "path-to-regexp";', 'pathToRegexp("/a/:b").exec("/a/c")[1]'],
  "query-string": [
    'import queryString from "query-string";',
    'queryString.stringify({ a: [1, 2], b: "c d" })',
  ],
  "title-case": ['import titleCase from "title-case";', 'titleCase("new data set")'],
};

/** The calls of the files that run on ES5, where the newest version as a whole does not: `es5Paths` has their paths. */
export const pathCases = {
  "decimal.js": ['import { Decimal } from "decimal.js/decimal.js";', "new Decimal(2).sqrt().toString()"],
  nanoid: ['import { customAlphabet } from "nanoid/non-secure";', 'customAlphabet("a", 5)()'],
};
