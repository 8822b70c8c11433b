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
