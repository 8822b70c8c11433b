import { stripVTControlCharacters } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { reportError } from "../../src/cli/report-error.ts";
import { Invalid } from "../../src/model/diagnostic.ts";
import { DataFailure, Failure } from "../../src/model/failure.ts";
import { ownVersion } from "../../src/package-root.ts";

const printed = { log: vi.spyOn(console, "log"), error: vi.spyOn(console, "error") };
for (const spy of Object.values(printed)) spy.mockImplementation(() => {});
afterEach(() => vi.clearAllMocks());

/** The texts on standard output and standard error. */
function report(error: unknown, json = false) {
  const code = reportError(error, { command: "build", json, indent: 2 });
  const textOf = (spy: typeof printed.log) =>
    stripVTControlCharacters(spy.mock.calls.map(([text]) => String(text)).join("\n"));
  return { code, stdout: textOf(printed.log), stderr: textOf(printed.error) };
}

const reportIt = `This is a defect of zapc ${ownVersion}, not of your sources. Please report it with this message, the command and, if you can, the sources; \`--json\` adds the stack.`;

test("a defect says what was being done and that it is to be reported, without a stack", () => {
  expect(report(new TypeError("x is not a function"))).toEqual({
    code: 2,
    stdout: "",
    stderr: `error \`zapc build\` has failed. TypeError: x is not a function\n  → ${reportIt}`,
  });
});

test("a defect has its stack in JSON", () => {
  const { code, stdout, stderr } = report(new TypeError("x is not a function"), true);
  expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
  expect(JSON.parse(stdout)).toEqual({
    ok: false,
    failure: { message: "`zapc build` has failed. TypeError: x is not a function", hint: reportIt },
    stack: expect.arrayContaining([expect.stringContaining("report-error.test.ts")]),
  });
});

test("a thrown value that is no error is a defect, too", () => {
  expect(report("no")).toMatchObject({
    code: 2,
    stderr: `error \`zapc build\` has failed. It threw no.\n  → ${reportIt}`,
  });
});

test("a current directory that was removed is told as such", () => {
  const gone = Object.assign(new Error("ENOENT: no such file or directory, uv_cwd"), {
    code: "ENOENT",
    syscall: "uv_cwd",
  });
  expect(report(gone)).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "error Failed to run `zapc build`: the current directory is gone.\n  → Change to a directory that is there.",
  });
});

test("a refusal of the system is no defect", () => {
  const refused = Object.assign(new Error("EMFILE: too many open files, open 'scripting'"), {
    code: "EMFILE",
    syscall: "open",
    path: "scripting",
  });
  expect(report(refused)).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "error Failed to run `zapc build`: scripting: this process has too many files open.\n  → Raise the limit: `ulimit -n 1024`.",
  });
});

test.each([
  [
    "nowhere",
    "the package nowhere is not installed.\n  → Install the packages again: `npm ci`, or `npm install`.",
  ],
  [
    "ajv",
    "the package ajv cannot be read. It is damaged, or this process has too many files open.\n" +
      "  → Install the packages again, `npm ci`, or raise the limit: `ulimit -n 1024`.",
  ],
])("a package that cannot be loaded is no defect: %s", (name, why) => {
  const missing = Object.assign(new Error(`Cannot find package '${name}' imported from /x/validate.ts`), {
    code: "ERR_MODULE_NOT_FOUND",
  });
  expect(report(missing)).toEqual({
    code: 2,
    stdout: "",
    stderr: `error Failed to run \`zapc build\`: ${why}`,
  });
});

test.each([
  ["wrong use, and what cannot run", new Failure("no"), 2],
  ["wrong data", new DataFailure("no"), 1],
])("the exit code tells %s", (_, failure, code) => {
  expect(report(failure)).toEqual({ code, stdout: "", stderr: "error no" });
});

test("wrong sources are shown finding by finding", () => {
  const found = {
    code: "encoding",
    severity: "error",
    message: "The file is not UTF-8.",
    file: "/x/app.ts",
  } as const;
  expect(report(new Invalid([found]), true).stdout).toBe(
    JSON.stringify({ ok: false, diagnostics: [found] }, null, 2),
  );
  expect(report(new Invalid([found])).code).toBe(1);
});
