import { describe, expect, test } from "vitest";
import { testingCode } from "../../src/inference/testing-code.ts";

describe("finds what a testing tool has put into a script", () => {
  test.each(["// HEAD", "/* HEADER */", "//--- Begin HEAD ---", "// <HEAD>", "/// HEAD ///"])(
    "between lines %s",
    (marker) => {
      const source = `'use strict';\n${marker}\nvar _ = require('underscore');\n${marker}\nvar Zap = {};`;
      expect(testingCode(source)).toEqual([{ kind: "block", line: 2, end: 4, what: "The HEAD block" }]);
    },
  );

  test("at both ends, though the script is no JavaScript", () => {
    const source =
      "// HEAD\nimport x from 'x';\n// END HEAD\nvar Zap = {};\n/* FOOTER */\nmodule.exports = Zap;\n/* /FOOTER */";
    expect(testingCode(source).map(({ what, line, end }) => [what, line, end])).toEqual([
      ["The HEAD block", 1, 3],
      ["The FOOT block", 5, 7],
    ]);
  });

  test.each([
    "module.exports = Zap;",
    "if (module) {\n  module.exports = Zap;\n}",
    "if (module && module.exports) { module.exports = Zap; }",
    "exports.Zap = Zap;",
    "if (exports) { exports.Zap = Zap; }",
  ])("outside of blocks: %s", (code) => {
    expect(testingCode(`var Zap = {};\n${code}`)).toEqual([
      { kind: "module", line: 2, end: 1 + code.split("\n").length, what: code.split("\n")[0] },
    ]);
  });

  test.each([
    "if (typeof module !== 'undefined') { module.exports = Zap; }",
    "// the head of the queue",
    "// header",
    "// END HEADER",
    "// HEAD",
    "function f(module) { return module.exports; }",
    "var exports = {}; exports.list = Zap;",
    "if (Zap.exports) { Zap.exports(); }",
  ])("leaves alone: %s", (code) => {
    expect(testingCode(`var Zap = {};\n${code}`)).toEqual([]);
  });
});
