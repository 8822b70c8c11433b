import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { simulate } from "zapc/simulator";
import { compile } from "../../src/compiler/compile.ts";
import { outputFiles } from "../../src/compiler/write.ts";
import { integration, trigger } from "../compiler/integration.ts";
import { temporaryFolder } from "./integration.ts";

const sources = {
  "triggers/thing.ts": `${trigger}
import { titled } from "../titles.ts";

export function post_poll({ response }: PostPoll<typeof trigger>): Results {
  const names = z.JSON.parse<string[]>(response.content);
  return names.map((name) => ({ id: name, title: titled(name) }));
}
`,
  "titles.ts": `/** The text that users read. */
export function titled(name: string | null): string {
  return \`A \${(name as string).toUpperCase()}\`;
}
`,
};

let files: ReturnType<typeof outputFiles>;

beforeAll(async () => {
  files = outputFiles(await compile(integration(sources)));
});

/** A folder with what was built. */
function built(): string {
  const folder = temporaryFolder();
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  return folder;
}

async function errorOf(folder: string, script = "zap.js") {
  const sim = await simulate({
    script: join(folder, script),
    metadata: join(folder, "metadata.json"),
    http: () => Response.json(["a", null]),
  });
  onTestFinished(() => sim.close());
  return (await sim.poll("thing")).error;
}

const inSources = [
  "    at titled (titles.ts:3:32)",
  "    at triggers/thing.ts:12:50",
  "    at post_poll (triggers/thing.ts:12:16)",
].join("\n");

test("the stack of an error is that of the sources, and its frames are given", async () => {
  const error = await errorOf(built());
  expect(error?.message).toBe("Cannot read properties of null (reading 'toUpperCase')");
  expect(error?.stack).toBe(inSources);
  expect(error?.frames).toEqual([
    { file: "titles.ts", line: 3, column: 32, function: "titled" },
    { file: "triggers/thing.ts", line: 12, column: 50 },
    { file: "triggers/thing.ts", line: 12, column: 16, function: "post_poll" },
  ]);
  expect(error?.script_stack?.match(/zap\.js:\d+:\d+/g)).toHaveLength(3);
});

test("it is so whatever the script is called", async () => {
  const folder = built();
  for (const end of ["", ".map"])
    renameSync(join(folder, `zap.js${end}`), join(folder, `scripting.js${end}`));
  expect((await errorOf(folder, "scripting.js"))?.stack).toBe(inSources);
});

test.each([
  ["there is no source map", (folder: string) => rmSync(join(folder, "zap.js.map"))],
  ["it is none", (folder: string) => writeFileSync(join(folder, "zap.js.map"), "[")],
  [
    "it is of another file",
    (folder: string) => {
      const script = join(folder, "zap.js");
      writeFileSync(script, readFileSync(script, "utf8").replace("titled", "titled2"));
    },
  ],
])("it is that of the script where %s", async (_, change) => {
  const folder = built();
  change(folder);
  const error = await errorOf(folder);
  expect(error?.stack).toMatch(/^ {4}at .*\/zap\.js:\d+:\d+\)?\n/);
  expect(error).not.toHaveProperty("frames");
});
