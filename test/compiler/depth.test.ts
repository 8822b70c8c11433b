import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { integration, trigger } from "./integration.ts";

// What is nested less deep is built: test/soak/depth.test.ts.
test("reports what is nested too deep at its line", async () => {
  const directory = integration({
    "triggers/thing.ts": `${trigger}
export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: ${"(".repeat(10_000)}4${")".repeat(10_000)} }];
}
`,
  });
  await expect(compile(directory)).rejects.toMatchObject({
    diagnostics: [
      {
        code: "too-deep",
        severity: "error",
        message: "More than 3,200 brackets stand in each other here.",
        line: 9,
        column: 3214,
        hint: "Give parts of this names, or put large data into a JSON file.",
      },
    ],
  });
});

test.each([
  ["powers", `(n = 1): number => ${Array(2000).fill("n").join(" ** ")}`],
  ["arrow functions", `(): unknown => ${"() => ".repeat(2000)}1`],
  ["signs", `(n = 1): number => ${"- ".repeat(2000)}n`],
  [
    "classes",
    `(): unknown => ${Array.from({ length: 600 }, (_, at) => `class A${at} { m(): unknown { return `).join("")}1${"; } }".repeat(600)}`,
  ],
  ["loops", `(n = 1): void => { ${"for (; n < 9; ) ".repeat(2000)}n++; }`],
])("reports %s that no engine can load at their line", async (_, deep) => {
  const directory = integration({
    "deep.ts": `// Nested.\n\nexport const deep = ${deep};\n`,
    "triggers/thing.ts": `import { deep } from "../deep.ts";\n${trigger}
export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: 1, kind: typeof deep }];
}
`,
  });
  await expect(compile(directory)).rejects.toMatchObject({
    diagnostics: [
      {
        code: "too-deep",
        severity: "error",
        message: "This is nested so deep that engines cannot load the file.",
        file: expect.stringMatching(/deep\.ts$/),
        line: 3,
        hint: "Give parts of this names.",
      },
    ],
  });
});
