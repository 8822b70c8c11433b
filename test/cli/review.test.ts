import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { integration, trigger } from "../compiler/integration.ts";
import { zapc } from "./zapc.ts";

const thing = `${trigger}
export function post_poll({ response }: PostPoll<typeof trigger>): Results {
  return z.JSON.parse<{ id: number }[]>(response.content);
}
`;
const other = thing.replaceAll("New Thing", "New Other Thing");

/** A project whose dist/ is committed, in which a trigger has changed since. */
async function committed(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "zapc-review-"));
  cpSync(integration({ "triggers/thing.ts": thing, "triggers/other.ts": other }), join(folder, "scripting"), {
    recursive: true,
  });
  expect((await zapc(["build"], folder)).code).toBe(0);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", ...args], {
      cwd: folder,
    });
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "first");
  const changed = thing
    .replace("{ id: 1 }", "{ number: 1 }")
    .replace(
      "return z.JSON.parse<{ id: number }[]>(response.content);",
      "return [{ id: response.status_code }];",
    );
  writeFileSync(join(folder, "scripting/triggers/thing.ts"), changed);
  return folder;
}

describe("zapc review --against", () => {
  test("shows what changed since a revision first, and folds what is the same", async () => {
    const folder = await committed();
    const { code, stdout, stderr } = await zapc(
      ["review", "--against", "HEAD", "--out", "page.html"],
      folder,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(
      /^page\.html +\d+ bytes\nAudit: .*\. Changes: 1 break, .*1 method of the script\.\n$/,
    );
    const page = readFileSync(join(folder, "page.html"), "utf8");
    const at = [
      "Verdict",
      "What changed since <code>HEAD</code>",
      "General",
      "Authentication",
      "Triggers",
      "Scripting",
    ].map((title) => page.indexOf(`<h2>${title}</h2>`));
    expect(at).toEqual([...at].sort((one, two) => one - two));
    expect(at[0]).toBeGreaterThan(0);
    expect(page).toContain("&quot;id&quot; is gone from the sample of the trigger &quot;thing&quot;");
    expect(page).toContain('<span class="del">-    return z.JSON.parse(response.content);</span>');
    expect(page).toContain('<span class="ins">+    return [{ id: response.status_code }];</span>');
    expect(page).toContain('<details class="operation" id="triggers-thing" open>');
    expect(page).toContain('<details class="operation same" id="triggers-other">');
  });

  test("writes the same as Markdown", async () => {
    const folder = await committed();
    expect((await zapc(["review", "--against", "HEAD", "--out", "review.md"], folder)).code).toBe(0);
    const text = readFileSync(join(folder, "review.md"), "utf8");
    expect(text).toContain("## From `HEAD` to `the sources`: 1 break");
    expect(text.indexOf("## From")).toBeLessThan(text.indexOf("## General"));
  });

  test("ends with 2 where there is no such revision, and writes nothing", async () => {
    const folder = await committed();
    const { code, stderr } = await zapc(["review", "--against", "v9", "--out", "page.html"], folder);
    expect(code).toBe(2);
    expect(stderr).toContain(
      "Failed to compare v9: it is neither a file, a directory nor a revision of Git.",
    );
    expect(() => readFileSync(join(folder, "page.html"))).toThrow("ENOENT");
  });
});

test("without --against it writes what a build writes", async () => {
  const folder = await committed();
  expect((await zapc(["build"], folder)).code).toBe(0);
  expect((await zapc(["review", "--out", "page.html"], folder)).code).toBe(0);
  expect(readFileSync(join(folder, "page.html"), "utf8")).toBe(
    readFileSync(join(folder, "dist/review.html"), "utf8"),
  );
});

test("replaces its own page, and no file of somebody else", async () => {
  const folder = await committed();
  writeFileSync(join(folder, "page.html"), "<h1>Mine</h1>");
  const { code, stderr } = await zapc(["review", "--out", "page.html"], folder);
  expect(code).toBe(2);
  expect(stderr).toContain("Failed to write page.html: the file is there, and zapc did not make it.");
  expect(readFileSync(join(folder, "page.html"), "utf8")).toBe("<h1>Mine</h1>");
  expect((await zapc(["review", "--out", "page.html", "--force"], folder)).code).toBe(0);
  expect((await zapc(["review", "--out", "page.html"], folder)).code).toBe(0);
});

test("sources that cannot be built end it with 2", async () => {
  const folder = await committed();
  writeFileSync(join(folder, "scripting/triggers/thing.ts"), "export const trigger = ;");
  const { code, stderr } = await zapc(["review"], folder);
  expect(code).toBe(2);
  expect(stderr).toMatch(/Nothing was written\.\n$/);
});

test("recordings tell which methods nothing exercised", async () => {
  const folder = await committed();
  writeFileSync(join(folder, "scripting/triggers/thing.ts"), thing);
  const response = { status: 200, headers: { "content-type": "application/json" }, body: '[{"id":2}]' };
  const request = { method: "GET", url: "https://example.com/things", headers: {}, body: null, response };
  const recording = {
    version: 1,
    now: "2026-03-01T09:00:00.000Z",
    redacted: { headers: [], patterns: [] },
    requests: [request],
  };
  mkdirSync(join(folder, "recordings/triggers"), { recursive: true });
  writeFileSync(join(folder, "recordings/triggers/thing.json"), JSON.stringify(recording));
  const { code, stdout } = await zapc(["review", "--recordings", "recordings", "--json"], folder);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    file: "review.html",
    not_run: [
      "1 of 2 methods: no recording of them was replayed.",
      "The tests of the integration: this page does not know whether they pass.",
      expect.stringContaining("sample-shape"),
    ],
  });
  const [, listed] = readFileSync(join(folder, "review.html"), "utf8").split('id="unexercised"');
  expect([...(listed ?? "").matchAll(/#method-(\w+)/g)].map(([, name]) => name)).toEqual(["other_post_poll"]);
});
