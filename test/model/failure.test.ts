import { expect, test } from "vitest";
import { Invalid } from "../../src/model/diagnostic.ts";
import { Failure } from "../../src/model/failure.ts";

test("a failure's message, which is all that a test runner shows, says what to do", () => {
  const failure = new Failure("Failed to read auth.json: there is no such file.", {
    hint: "Name a JSON file.",
  });
  expect(failure.message).toBe("Failed to read auth.json: there is no such file.\n→ Name a JSON file.");
  expect(failure.fault).toBe("Failed to read auth.json: there is no such file.");
  expect(failure.hint).toBe("Name a JSON file.");
});

test("a failure without a hint has its fault as its message", () => {
  const failure = new Failure("Failed to poll thing: the simulator is closed.");
  expect(failure.message).toBe(failure.fault);
  expect("hint" in failure).toBe(false);
});

test("the message of wrong sources has the place, the message and the hint of each finding", () => {
  const shared = { code: "metadata", severity: "error" } as const;
  const invalid = new Invalid([
    { ...shared, file: "app.ts", line: 3, column: 5, message: "It is wrong.", hint: "Change it." },
    { ...shared, file: "triggers/thing.ts", message: "It is wrong, too." },
  ]);
  expect(invalid.message).toBe("app.ts:3:5 It is wrong.\n→ Change it.\ntriggers/thing.ts It is wrong, too.");
});
