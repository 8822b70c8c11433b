import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { integration, trigger } from "./integration.ts";

/** An integration whose one method gives a value, with what is imported for it. */
const giving = (imports: string, value: string) => `${imports}
${trigger}
export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: ${value} }];
}
`;

const tiny = {
  "node_modules/tiny/package.json": JSON.stringify({ name: "tiny", version: "1.0.0", types: "index.d.ts" }),
  "node_modules/tiny/index.js": "exports.twice = function (n) { return n * 2; };\n",
  "node_modules/tiny/index.d.ts": "export function twice(n: number): number;\n",
};

test("a class knows that the one it extends gives an object of a third module", async () => {
  const { script } = await compile(
    integration({
      "shared.ts": "export const shared = { size: 1 };\n",
      "base.ts": `import { shared } from "./shared.ts";
export class Base { constructor() { return shared as never; } }
`,
      "account.ts": `import { Base } from "./base.ts";
export class Account extends Base { name: string; constructor() { super(); this.name = "a"; } }
`,
      "triggers/thing.ts": giving('import { Account } from "../account.ts";', "new Account().name"),
    }),
  );
  expect(script.code).toContain("var _this = Base.call(this) || this;");
});

test("a text stays one over three modules, where an object has a value of its own", async () => {
  const { script } = await compile(
    integration({
      "host.ts": 'export const host = "example.com";\nexport const price = { valueOf: () => 1 };\n',
      "domain.ts": 'import { host } from "./host.ts";\nexport const domain = host;\n',
      "triggers/thing.ts": giving(
        'import { domain } from "../domain.ts";\nimport { price } from "../host.ts";',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a template of the source
        "`https://${domain}/${price}`",
      ),
    }),
  );
  expect(script.code).toContain('"https://" + domain + "/" + String(price)');
});

test("one module's moment can be a value anywhere", async () => {
  const { script } = await compile(
    integration({
      "dates.ts":
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a template of the source
        "export const start = (given: any) => { const { moment: { day } } = given; return `on ${day}`; };\n",
      "triggers/thing.ts": giving('import { start } from "../dates.ts";', "start(bundle)"),
    }),
  );
  expect(script.code).toContain('"on " + String(day)');
});

test("a variable can have the name of what every object has", async () => {
  const { script } = await compile(
    integration({
      "odd.ts": 'export var __proto__ = "a";\nexport const constructor = "b";\n',
      "price.ts": "export const price = { valueOf: () => 1 };\n",
      "triggers/thing.ts": giving(
        'import { __proto__, constructor } from "../odd.ts";\nimport { price } from "../price.ts";',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a template of the source
        "`costs ${__proto__} ${constructor} ${price}`",
      ),
    }),
  );
  expect(script.code).toContain('"costs " + __proto__ + " " + constructor + " " + String(price)');
});

test("a CommonJS module is called as one wherever it is imported", async () => {
  const { script } = await compile(
    integration({
      ...tiny,
      "numbers.ts": 'export { twice } from "tiny";\n',
      "triggers/thing.ts": giving('import { twice } from "../numbers.ts";', "twice(2)"),
    }),
  );
  expect(script.code).toContain("import_tiny.twice(2)");
  expect(script.code).not.toContain("(0,");
});

test("a module that the bundler splits is one source of the map", async () => {
  const { script } = await compile(
    integration({
      ...tiny,
      "numbers.ts": "export const two = Number(new Date());\n",
      "triggers/thing.ts": giving(
        'import { twice } from "tiny";\nimport { two } from "../numbers.ts";',
        "twice(two)",
      ),
    }),
  );
  expect(script.code.split("// triggers/thing.ts")).toHaveLength(3);
  expect(script.map.sources.filter((source) => source === "triggers/thing.ts")).toHaveLength(1);
});

test("classes of a package that extend each other are built as they are written", async () => {
  const { script } = await compile(
    integration({
      "node_modules/round/package.json": JSON.stringify({
        ...{ name: "round", version: "1.0.0", type: "module", module: "index.js", types: "index.d.ts" },
      }),
      "node_modules/round/index.js": 'import { B } from "./b.js";\nexport class A extends B {}\n',
      "node_modules/round/b.js": 'import { A } from "./index.js";\nexport class B extends A {}\n',
      "node_modules/round/index.d.ts": "export class A {}\n",
      "triggers/thing.ts": giving('import { A } from "round";', "String(new A())"),
    }),
  );
  expect(script.code).toContain("return A.apply(this, arguments) || this;");
});
