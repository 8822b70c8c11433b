import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { Failure } from "../../src/model/failure.ts";
import { checkReplaceable, writeFiles } from "../../src/output/write-files.ts";

vi.mock("node:fs", async (load) => {
  const fs = await load<typeof import("node:fs")>();
  return { ...fs, renameSync: vi.fn(fs.renameSync) };
});
const { renameSync: rename } = await vi.importActual<typeof import("node:fs")>("node:fs");

const choose = "Choose another place, or replace it with `--force`, in a program `force: true`.";

/** A new folder with these files. */
function folderWith(files: { readonly [name: string]: string } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "zapc-output-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const isOwn = (text: string) => text.startsWith("ours");
const output = (file: string, content = "ours, new") => ({ file, content, isOwn });

function failureOf(work: () => void): { fault: string; hint: string | undefined } {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return { fault: error.fault, hint: error.hint };
    throw error;
  }
  throw new Error("It did not fail.");
}

test("creates a file, and the directories that it needs", () => {
  const folder = folderWith();
  writeFiles([output(join(folder, "a/b/c.txt"))]);
  expect(readFileSync(join(folder, "a/b/c.txt"), "utf8")).toBe("ours, new");
});

test("replaces what zapc made, and an empty file", () => {
  const folder = folderWith({ "a.txt": "ours, old", "b.txt": "" });
  writeFiles([output(join(folder, "a.txt")), output(join(folder, "b.txt"))]);
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("ours, new");
  expect(readFileSync(join(folder, "b.txt"), "utf8")).toBe("ours, new");
  expect(readdirSync(folder)).toEqual(["a.txt", "b.txt"]);
});

test("replaces nothing that zapc did not make, and names all of it", () => {
  const folder = folderWith({ "a.txt": "mine", "b.txt": "ours, old", "c.txt": "mine, too" });
  const files = ["a.txt", "b.txt", "c.txt"].map((name) => output(join(folder, name)));
  const failure = failureOf(() => writeFiles(files));
  expect(failure).toEqual({
    fault:
      `Failed to write ${folder}/a.txt: the file is there, and zapc did not make it.\n` +
      `  and ${folder}/c.txt: the file is there, and zapc did not make it.`,
    hint: choose,
  });
  expect(failureOf(() => checkReplaceable(files))).toEqual(failure);
  expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"))).toEqual([
    "mine",
    "ours, old",
    "mine, too",
  ]);
});

test("replaces it with force", () => {
  const folder = folderWith({ "a.txt": "mine" });
  writeFiles([output(join(folder, "a.txt"))], { force: true });
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("ours, new");
});

test("replaces the file that a symbolic link leads to, and judges by it", () => {
  const folder = folderWith({ "real.txt": "ours, old", "mine.txt": "mine" });
  symlinkSync("real.txt", join(folder, "link.txt"));
  symlinkSync("mine.txt", join(folder, "link-to-mine.txt"));
  writeFiles([output(join(folder, "link.txt"))]);
  expect(readlinkSync(join(folder, "link.txt"))).toBe("real.txt");
  expect(readFileSync(join(folder, "real.txt"), "utf8")).toBe("ours, new");
  expect(failureOf(() => writeFiles([output(join(folder, "link-to-mine.txt"))])).hint).toBe(choose);
  expect(readFileSync(join(folder, "mine.txt"), "utf8")).toBe("mine");
});

test("refuses a symbolic link that leads to nothing, or in a circle", () => {
  const folder = folderWith();
  symlinkSync("gone.txt", join(folder, "dangling.txt"));
  symlinkSync("circle.txt", join(folder, "circle.txt"));
  expect(failureOf(() => writeFiles([output(join(folder, "dangling.txt"))])).fault).toBe(
    `Failed to write ${folder}/dangling.txt: it is a symbolic link that leads to nothing.`,
  );
  expect(failureOf(() => writeFiles([output(join(folder, "circle.txt"))])).fault).toBe(
    `Failed to write ${folder}/circle.txt: its symbolic links lead in a circle.`,
  );
});

test("refuses a directory and a device, with force, too", () => {
  const folder = folderWith();
  mkdirSync(join(folder, "a.txt"));
  expect(failureOf(() => writeFiles([output(join(folder, "a.txt"))], { force: true }))).toEqual({
    fault: `Failed to write ${folder}/a.txt: it is a directory.`,
    hint: "Choose another place.",
  });
  expect(failureOf(() => writeFiles([output("/dev/null")], { force: true })).fault).toBe(
    "Failed to write /dev/null: it is not a regular file.",
  );
});

test("says why a file cannot be written, and leaves no other", () => {
  const folder = folderWith({ file: "ours" });
  const failure = failureOf(() =>
    writeFiles([output(join(folder, "a.txt")), output(join(folder, "file/b.txt"))]),
  );
  expect(failure.fault).toBe(
    `Failed to write ${folder}/file/b.txt: a part of its path is a file, not a directory.`,
  );
  expect(readdirSync(folder)).toEqual(["file"]);
});

test.skipIf(process.platform === "win32")(
  "keeps the rights of what it replaces, unless it is told others",
  () => {
    const folder = folderWith({ "a.txt": "ours", "b.txt": "ours" });
    for (const name of ["a.txt", "b.txt"]) chmodSync(join(folder, name), 0o640);
    writeFiles([output(join(folder, "a.txt")), { ...output(join(folder, "b.txt")), mode: 0o600 }]);
    expect(statSync(join(folder, "a.txt")).mode & 0o777).toBe(0o640);
    expect(statSync(join(folder, "b.txt")).mode & 0o777).toBe(0o600);
  },
);

test("writes all files again where another process has replaced one of them meanwhile", () => {
  const folder = folderWith();
  const files = ["a.txt", "b.txt", "c.txt"].map((name) => join(folder, name));
  vi.mocked(renameSync).mockImplementationOnce((from, to) => {
    rename(from, to);
    writeFileSync(to, "ours, of another process");
  });
  writeFiles(files.map((file) => output(file)));
  expect(files.map((file) => readFileSync(file, "utf8"))).toEqual(["ours, new", "ours, new", "ours, new"]);
  expect(readdirSync(folder)).toEqual(["a.txt", "b.txt", "c.txt"]);
});

test("brings back what it has replaced when one of the files cannot be", () => {
  const folder = folderWith({ "a.txt": "ours, old" });
  const full = Object.assign(new Error("ENOSPC: no space left on device, rename"), {
    code: "ENOSPC",
    syscall: "rename",
  });
  vi.mocked(renameSync)
    .mockImplementationOnce(rename)
    .mockImplementationOnce(() => {
      throw full;
    });
  const failure = failureOf(() => writeFiles([output(join(folder, "a.txt")), output(join(folder, "b.txt"))]));
  expect(failure.fault).toBe(`Failed to write ${folder}/b.txt: the disk is full.`);
  expect(readdirSync(folder)).toEqual(["a.txt"]);
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("ours, old");
});
