import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { integration, trigger } from "../compiler/integration.ts";
import { startWatching } from "./watching.ts";
import { zapc } from "./zapc.ts";

const thing = `${trigger}
export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: bundle.trigger_fields.colour || "none" }];
}
`;

/** An integration whose trigger is a link to a file beside it. */
function linked() {
  const scripting = integration({});
  const out = mkdtempSync(join(tmpdir(), "zapc-out-"));
  const shared = join(out, "shared.ts");
  const link = join(scripting, "triggers/thing.ts");
  mkdirSync(join(scripting, "triggers"));
  symlinkSync(shared, link);
  writeFileSync(shared, thing);
  return { scripting, out, shared, link, script: () => readFileSync(join(out, "zap.js"), "utf8") };
}

test("builds a directory that is a symbolic link", async () => {
  const { scripting, out, script } = linked();
  symlinkSync(scripting, join(out, "link"));
  const run = await zapc(["build", "--scripting", join(out, "link"), "--out", out]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(script()).toContain("thing_poll: thing_poll");
});

test("takes the metadata out of a trigger that is a symbolic link", async () => {
  const { scripting, out, shared, link, script } = linked();
  const build = () => zapc(["build", "--scripting", scripting, "--out", out]);
  expect(await build()).toMatchObject({ code: 0, stderr: "" });
  expect(script()).not.toContain("New Thing");
  writeFileSync(shared, thing.replace('"none"', "trigger.label"));
  const { code, stderr } = await build();
  expect(code).toBe(1);
  expect(stderr).toContain(`error metadata-in-method ${link}`);
});

test("tells which symbolic link leads to nothing, and builds once it is mended", async () => {
  const { scripting, out, shared, link } = linked();
  const { process, line } = startWatching(["--json", "--scripting", scripting, "--out", out]);
  onTestFinished(() => {
    process.kill("SIGKILL");
  });
  expect(JSON.parse(await line())).toMatchObject({ ok: true });
  rmSync(shared);
  writeFileSync(join(scripting, "other.ts"), "export {};\n");
  const message = `Failed to read ${link}: there is no such file or directory.`;
  expect(JSON.parse(await line())).toMatchObject({ ok: false, failure: { message } });
  writeFileSync(shared, thing);
  writeFileSync(join(scripting, "other.ts"), "export const it = 1;\n");
  expect(JSON.parse(await line())).toMatchObject({ ok: true });
});
