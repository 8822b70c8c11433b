import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Bundler } from "../../src/compiler/bundle/bundle.ts";
import { compile } from "../../src/compiler/compile.ts";
import { outputFiles } from "../../src/compiler/write.ts";
import { Invalid } from "../../src/model/diagnostic.ts";
import { Cache, openCache } from "../../src/source/cache.ts";
import { rebuilding } from "../../src/source/esbuild.ts";
import { integration, trigger } from "./integration.ts";

type Files = { readonly [path: string]: string };

interface Edit {
  readonly files: Files;
  /** The files of the edit: of others than those whose part of zap.js is another after it. */
  readonly edited: Files;
  /** What the edit brings into zap.js, in the part of a file that it has not touched. */
  readonly brings: string;
}

const poll = (imports: string, ...body: string[]) => `${imports}
${trigger}
export function poll(bundle: Poll<typeof trigger>): Results {
${body.map((line) => `  ${line}\n`).join("")}}
`;

const accountClass = (made: string) => `export class Account {
  name: string;
  ${made}
}
`;

const companyClass = `import { Account } from "./account.ts";
export class Company extends Account {
  size = 1;
}
`;

/** What one module can learn of another only from the whole bundle. */
const edits: { readonly [fact: string]: Edit } = {
  "another module now has a getter, so that reading twice may not be like reading once": {
    files: {
      "account.ts": "export const account = { name: 'a' as string | undefined };\n",
      "triggers/thing.ts": poll(
        'import { account } from "../account.ts";',
        'return [{ id: account.name ?? "none" }];',
      ),
    },
    edited: {
      "account.ts":
        "export const account = {\n  get name(): string | undefined {\n    return 'a';\n  },\n};\n",
    },
    brings: "(_name = account.name) != null ? _name",
  },
  "another module now has objects with a value, which `+` takes for that": {
    files: {
      "price.ts": "export const price = { cents: 1 };\n",
      "triggers/thing.ts": poll(
        'import { price } from "../price.ts";',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a template of the source
        "return [{ id: `costs ${price}` }];",
      ),
    },
    edited: { "price.ts": "export const price = { valueOf: () => 1 };\n" },
    brings: '"costs " + String(price)',
  },
  "the class that a class of another module extends now gives something else than this": {
    files: {
      "account.ts": accountClass('constructor() { this.name = "a"; }'),
      "company.ts": companyClass,
      "triggers/thing.ts": poll(
        'import { Company } from "../company.ts";',
        "return [{ id: new Company().name }];",
      ),
    },
    edited: { "account.ts": accountClass('constructor() { this.name = "a"; return Object.create(this); }') },
    brings: "var _this = Account.apply(this, arguments) || this;",
  },
  "another module now has the name that a method was to get": {
    files: {
      "account.ts": "export const account = 1;\n",
      "triggers/thing.ts": poll('import { account } from "../account.ts";', "return [{ id: account }];"),
    },
    edited: {
      "account.ts": "const thing_poll = 1;\nexport const account = thing_poll + Number(new Date());\n",
    },
    brings: "function poll(bundle)",
  },
  "another module before it now has the same name": {
    files: {
      "account.ts": "export const account = 1;\n",
      "triggers/thing.ts": poll(
        'import { account } from "../account.ts";\nconst name = () => "thing";',
        "return [{ id: account, name: name() }];",
      ),
    },
    edited: { "account.ts": 'const name = () => "account";\nexport const account = name();\n' },
    brings: "name_thing()",
  },
  "an export of another module has another name": {
    files: {
      "account.ts": "const first = () => 1;\nexport { first as account };\n",
      "triggers/thing.ts": poll('import { account } from "../account.ts";', "return [{ id: account() }];"),
    },
    edited: { "account.ts": "const second = () => 1;\nexport { second as account };\n" },
    brings: "id: second()",
  },
};

for (const [fact, { files, edited, brings }] of Object.entries(edits)) {
  test(`after an edit, zap.js is the same with what was remembered and without: ${fact}`, async () => {
    const directory = integration(files);
    const [cache, bundler] = [new Cache(), new Bundler(rebuilding())];
    const before = await compile(directory, cache, { bundler });
    cache.save({ ok: true });
    expect(before.script.code).not.toContain(brings);

    for (const [path, text] of Object.entries(edited)) writeFileSync(join(directory, path), text);
    const remembering = await compile(directory, cache, { bundler });
    expect(remembering.script.code).toContain(brings);
    expect(outputFiles(remembering)).toEqual(outputFiles(await compile(directory)));
  });
}

test("after an edit, a module that is the same comes from memory, and its place in the map with it", async () => {
  const directory = integration({
    "account.ts": "export const account = { id: 1 };\n",
    "triggers/thing.ts": poll('import { account } from "../account.ts";', "return [account];"),
  });
  const cache = new Cache();
  await compile(directory, cache);
  cache.save({ ok: true });
  writeFileSync(
    join(directory, "account.ts"),
    "// Whose it is.\n\nexport const account = {\n  id: 1,\n  name: 'a',\n};\n",
  );
  const { code, map } = (await compile(directory, cache)).script;
  expect(map).toEqual((await compile(directory)).script.map);
  expect(code).toContain("// Whose it is.");
});

test("after an edit, the place in the map of a JSON file moves with it, too", async () => {
  const directory = integration({
    "sizes.json": '{ "small": [1] }\n',
    "triggers/thing.ts": poll(
      'import sizes from "../sizes.json" with { type: "json" };',
      "return [{ id: JSON.stringify(sizes) }];",
    ),
  });
  const cache = new Cache();
  await compile(directory, cache);
  cache.save({ ok: true });
  writeFileSync(join(directory, "sizes.json"), '\n\n{ "small": [1] }\n');
  const { map } = (await compile(directory, cache)).script;
  expect(map).toEqual((await compile(directory)).script.map);
});

test("a bundler that remembers bundles what is added, and mends, as one does that remembers nothing", async () => {
  const directory = integration({ "triggers/thing.ts": poll("", "return [{ id: 1 }];") });
  const [cache, bundler] = [new Cache(), new Bundler(rebuilding())];
  await compile(directory, cache, { bundler });
  const other = join(directory, "triggers/other.ts");
  writeFileSync(other, poll('import { id } from "../gone.ts";', "return [{ id }];"));
  await expect(compile(directory, cache, { bundler })).rejects.toThrow(Invalid);
  writeFileSync(join(directory, "gone.ts"), "export const id = 7;\n");
  const { script } = await compile(directory, cache, { bundler });
  expect(script.methods).toEqual(["other_poll", "thing_poll"]);
  expect(script).toEqual((await compile(directory)).script);
});

test("a damaged entry of the cache is found out again", async () => {
  const directory = integration({ "triggers/thing.ts": poll("", "return [{ id: 1 }];") });
  mkdirSync(join(directory, "node_modules"));
  const cache = openCache(directory);
  const { script } = await compile(directory, cache);
  cache.save({ ok: true });

  const file = join(cache.folder as string, "found.txt");
  const kept = readFileSync(file, "utf8");
  for (const damaged of [kept.replaceAll("{", "["), kept.slice(0, kept.length / 2), ""]) {
    writeFileSync(file, damaged);
    expect((await compile(directory, openCache(directory))).script.code).toBe(script.code);
  }
});
