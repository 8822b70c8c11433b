import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { integration, trigger } from "../compiler/integration.ts";
import { zapc } from "./zapc.ts";

const files = {
  "app.ts": `import type { App } from "zapc";
import type { get_session_info } from "./auth.ts";
export const app = {
  title: "Example", version: "1.2.3", description: "Example is a service for tests.", test_trigger: "thing",
  auth: { type: "session", fields: [{ key: "token", label: "Token", type: "password" }], placement: "header", mapping: {} },
} as const satisfies App;
declare module "zapc" {
  interface Register { app: typeof app; session: ReturnType<typeof get_session_info> }
}
`,
  "auth.ts": `import type { GetSessionInfo } from "zapc";
import { account, type Account } from "./account.ts";
export function get_session_info(bundle: GetSessionInfo): Account {
  return account(bundle.auth_fields.token);
}
`,
  "account.ts": `export type Account = { origin: string };
export function account(name = "none"): Account {
  return { origin: name };
}
`,
  "triggers/thing.ts": `${trigger}
/** The place of the account. */
export function poll({ auth_fields: { origin } }: Poll<typeof trigger>): Results {
  return [{ id: JSON.parse(origin) }];
}
`,
};

/** A project whose builds are remembered: it has node_modules. */
function project() {
  const scripting = integration(files);
  mkdirSync(join(scripting, "node_modules"));
  const build = async () => {
    const out = mkdtempSync(join(tmpdir(), "zapc-out-"));
    const { stdout } = await zapc(["build", "--scripting", scripting, "--out", out, "--json"]);
    const written = readdirSync(out).map((name) => readFileSync(join(out, name), "utf8"));
    return { written, diagnostics: JSON.parse(stdout).diagnostics };
  };
  return {
    build,
    edit: (path: keyof typeof files, from: string, to: string) => {
      expect(files[path]).toContain(from);
      writeFileSync(join(scripting, path), files[path].replace(from, to));
    },
    folder: join(scripting, "node_modules/.cache/zapc"),
    forget: () => rmSync(join(scripting, "node_modules/.cache"), { recursive: true }),
  };
}

test("a build that remembers another one gives the same bytes and the same findings", async () => {
  const { build, edit, forget } = project();
  const first = await build();
  expect(first.diagnostics).toMatchObject([{ code: "json-parse", severity: "warning" }]);
  expect(await build()).toEqual(first);

  edit("triggers/thing.ts", "The place", "The very place");
  const edited = await build();
  forget();
  expect(await build()).toEqual(edited);
  expect(edited.written).not.toEqual(first.written);
});

test("a build that remembers what is damaged finds it out anew", async () => {
  const { build, folder } = project();
  const first = await build();
  const [kept = ""] = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith("found.txt"),
  );
  const text = readFileSync(join(folder, kept), "utf8");
  const entriesOf = (of: string) => of.split("\n").slice(1);
  const damages: readonly ((line: string) => string)[] = [
    (line) => `${line.slice(0, 32)}{}`,
    (line) => `${line.slice(0, 16)}${line.slice(32)}`,
    (line) => line.replace('"code":"', '"code":"!'),
    (line) => line.slice(0, line.length / 2),
    () => "",
  ];
  for (const damage of damages) {
    writeFileSync(join(folder, kept), [text.split("\n")[0], ...entriesOf(text).map(damage)].join("\n"));
    expect(await build()).toEqual(first);
    expect(entriesOf(readFileSync(join(folder, kept), "utf8")).sort()).toEqual(entriesOf(text).sort());
  }
});

test("a type error is found, wherever the edit was", async () => {
  const { build, edit, forget } = project();
  await build();
  edit("account.ts", "origin: string }", "origin: string | null }");
  const wrong = await build();
  expect(wrong.diagnostics).toMatchObject([{ code: "TS2345" }]);
  expect(await build()).toEqual(wrong);
  forget();
  expect(await build()).toEqual(wrong);

  edit("account.ts", "", "");
  expect((await build()).diagnostics).toMatchObject([{ code: "json-parse" }]);
});
