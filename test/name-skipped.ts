import type { Reporter, TestCase, TestModule, TestSuite, Vitest } from "vitest/node";

/** Names the suites and tests that this machine cannot run, above the summary. */
export class NameSkipped implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    // Then the user has asked for some tests, and knows that the others are skipped.
    if (this.#vitest?.config.testNamePattern) return;
    const skipped = modules.flatMap((module) =>
      skippedIn(module).map((part) => `  ${module.relativeModuleId} > ${nameOf(part)}`),
    );
    if (skipped.length > 0) this.#vitest?.logger.log(`\nSkipped:\n${skipped.join("\n")}`);
  }
}

/** The largest parts of which all tests are skipped. */
function skippedIn(parent: TestModule | TestSuite): (TestSuite | TestCase)[] {
  return parent.children.array().flatMap((child) => {
    if (isSkipped(child)) return child;
    return child.type === "suite" ? skippedIn(child) : [];
  });
}

function isSkipped(part: TestSuite | TestCase): boolean {
  if (part.type === "test") return part.result().state === "skipped";
  return [...part.children.allTests()].every(isSkipped);
}

function nameOf(part: TestSuite | TestCase): string {
  if (part.type === "test") return part.fullName;
  const { length } = [...part.children.allTests()];
  return `${part.fullName}: ${length} ${length === 1 ? "test" : "tests"}`;
}
