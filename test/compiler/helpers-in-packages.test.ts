import vm from "node:vm";
import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { outputFiles } from "../../src/compiler/write.ts";
import { project, trigger } from "./integration.ts";

/** A source with a class that extends another, and two packages, with classes of their own, that import the helpers. */
const files = {
  "scripting/triggers/thing.ts": `${trigger.replace("PostPoll, PrePoll, RequestResult, ", "")}
import { described } from "described";
import { joined } from "joined";

class Thing {
  constructor(readonly name: string) {}
}

class Tool extends Thing {
  use = joined([this.name, "used"]);
}

export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: described(new Tool(bundle.url_raw).use) }];
}
`,
  "node_modules/described/package.json": '{ "name": "described", "main": "index.js", "types": "index.d.ts" }',
  "node_modules/described/index.d.ts": "export declare function described(text: string): string;\n",
  "node_modules/described/index.js": `"use strict";
var tslib_1 = require("tslib");
var Text = (function () { function Text(text) { this.text = text; } return Text; })();
var Long = (function (_super) {
  tslib_1.__extends(Long, _super);
  function Long() { return _super !== null && _super.apply(this, arguments) || this; }
  return Long;
})(Text);
class Longer extends Long {}
exports.described = function (text) { return Object.keys(tslib_1.__assign({ kind: 1 }, new Longer(text))) + " " + new Longer(text).text; };
`,
  "node_modules/joined/package.json":
    '{ "name": "joined", "type": "module", "main": "index.js", "types": "index.d.ts" }',
  "node_modules/joined/index.d.ts": "export declare function joined(words: string[]): string;\n",
  "node_modules/joined/index.js": `import { __awaiter, __spreadArray } from "tslib";
export function joined(words) { return __spreadArray(["a"], words, true).join(" "); }
export function later() { return __awaiter(this, void 0, void 0, function () {}); }
`,
};

test("gives packages that TypeScript has lowered the helpers, though tslib is not there", async () => {
  const { script } = await compile(project("a", files));
  const zap = vm.runInNewContext(`${script.code}; Zap`);
  expect(zap.thing_poll({ url_raw: "hammer" })).toEqual([{ id: "kind,text a hammer used" }]);
});

test("says nowhere in zap.js where zapc is", async () => {
  const [one, other] = await Promise.all([compile(project("a", files)), compile(project("b/c/d", files))]);
  expect(outputFiles(other)).toEqual(outputFiles(one));
  expect(one.script.code).toContain('"zapc:helpers": function');
  expect(one.script.code).not.toContain("lowering/helpers.js");
});
