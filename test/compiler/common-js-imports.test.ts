import vm from "node:vm";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { project, trigger } from "./integration.ts";

/** TypeScript and Babel write modules so: a property `default`, and a mark. */
const marked = {
  "node_modules/marked-default/package.json": '{ "main": "index.js", "types": "index.d.ts" }',
  "node_modules/marked-default/index.js":
    'Object.defineProperty(exports, "__esModule", { value: true });\nexports.default = function (text) { return text + "!"; };\n',
  "node_modules/marked-default/index.d.ts": "export default function use(text: string): string;\n",
};
const assigned = {
  "node_modules/assigned/package.json": '{ "main": "index.js", "types": "index.d.ts" }',
  "node_modules/assigned/index.js": 'module.exports = function (text) { return text + "?"; };\n',
  "node_modules/assigned/index.d.ts": "declare function use(text: string): string;\nexport = use;\n",
};
const poll = `
export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: use(bundle.url_raw) }];
}
`;

async function idOf(files: { readonly [path: string]: string }): Promise<unknown> {
  const { script } = await compile(project("a", files));
  return vm.runInNewContext(`${script.code}; Zap.thing_poll({ url_raw: "a" })[0].id`);
}

const ofSource = (imports: string) => ({ "scripting/triggers/thing.ts": `${imports}\n${trigger}${poll}` });

describe.each(["module", "commonjs"])('under a package.json with `"type": "%s"`', (type) => {
  const root = { "package.json": JSON.stringify({ type }) };

  test("a default export is what the module calls `default`, as the type-check reads it", async () => {
    const source = ofSource('import use from "marked-default";');
    expect(await idOf({ ...root, ...marked, ...source })).toBe("a!");
  });

  test("a default export is the module, where that calls nothing `default`", async () => {
    expect(await idOf({ ...root, ...assigned, ...ofSource('import use from "assigned";') })).toBe("a?");
  });

  test("files that sources share import in the same way, however they are imported", async () => {
    for (const path of ["../shared.ts", "../shared"]) {
      const files = { "scripting/shared.ts": 'import use from "marked-default";\nexport { use };\n' };
      const source = ofSource(`import { use } from "${path}";`);
      expect(await idOf({ ...root, ...marked, ...files, ...source })).toBe("a!");
    }
  });

  test("a package of ES modules imports as Node.js does: its default is the module", async () => {
    const tool = {
      "node_modules/tool/package.json": '{ "type": "module", "main": "index.js", "types": "index.d.ts" }',
      "node_modules/tool/index.js":
        "import it from 'marked-default';\nexport const use = (text) => it.default(text);\n",
      "node_modules/tool/index.d.ts": "export declare function use(text: string): string;\n",
    };
    expect(await idOf({ ...root, ...marked, ...tool, ...ofSource('import { use } from "tool";') })).toBe(
      "a!",
    );
  });
});
