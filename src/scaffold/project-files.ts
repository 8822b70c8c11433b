import type { RecordedExchange, Recording } from "../model/definitions.ts";
import { generator } from "../output/generator.ts";
import { objectText } from "../output/object-text.ts";
import { type AuthKind, type AuthName, authKinds } from "./auth-kinds.ts";
import type { NewStep, ProjectFile } from "./step.ts";
import { otherThing, thing } from "./step.ts";
import { stepFiles } from "./step-files.ts";
import { madeUpAccount, testFiles } from "./test-files.ts";
import { listName, wordsFor } from "./words.ts";

/** The parts of a new project. */
export interface NewProject {
  /** The name of the service: `Helpdesk`. */
  readonly title: string;
  /** One sentence about it. */
  readonly description: string;
  readonly category: string;
  readonly auth: AuthName;
  /** The address of its API, without a `/` at its end. */
  readonly api: string;
  /** The thing of its first trigger: `Ticket`. */
  readonly noun: string;
}

/** The packages that a project installs, by name. */
export interface Packages {
  readonly [name: string]: string;
}

/** Every file of a new project. */
export function projectFiles(project: NewProject, packages: Packages): ProjectFile[] {
  const { auth, api, noun } = project;
  const kind: AuthKind = authKinds[auth];
  const definition = kind.auth({ api });
  const login = kind.login?.({ api }) ?? {};
  const trigger = firstTrigger(api, noun);
  const methods = kind.methods?.({ api });
  const account = madeUpAccount(definition);
  return [
    { path: "package.json", text: packageText(project, packages) },
    { path: "tsconfig.json", text: tsconfig },
    { path: ".gitignore", text: gitignore },
    { path: "README.md", text: readme(project, trigger.key) },
    { path: ".github/workflows/check.yml", text: workflow },
    { path: "scripting/tsconfig.json", text: scriptingTsconfig },
    { path: "scripting/app.ts", text: appText(project, trigger.key) },
    ...(methods === undefined ? [] : [{ path: "scripting/auth.ts", text: methods }]),
    ...(auth === "none" ? [] : accountFiles(project)),
    ...stepFiles(trigger, { scripting: "scripting", account }),
    recordedTest(trigger),
    recording(trigger, project),
    ...testFiles(definition, login),
  ];
}

function firstTrigger(api: string, noun: string): NewStep {
  const key = `new_${noun.toLowerCase().replace(/[^a-z\d]+/g, "_")}`;
  const words = wordsFor("trigger", { key, label: `New ${noun}`, noun });
  const url = `${api}/${listName(noun)}`;
  return { kind: "trigger", key, words, template: "polling", api, url, important: true };
}

function packageText({ title }: NewProject, packages: Packages): string {
  const name =
    title
      .toLowerCase()
      .replace(/[^a-z\d]+/g, "-")
      .replace(/^-+|-+$/g, "") || "integration";
  const content = {
    name: `${name}-for-zapier`,
    version: "0.1.0",
    private: true,
    type: "module",
    scripts: {
      build: "zapc build",
      test: "zapc build && vitest run",
      audit: "zapc audit --recordings test/recordings --auth test/auth.json",
      check: "tsc",
    },
    devDependencies: packages,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

// As docs/simulator.md says.
const tsconfig = `{
  "compilerOptions": {
    "strict": true,
    "target": "es2022",
    "module": "nodenext",
    "resolveJsonModule": true,
    "allowImportingTsExtensions": true,
    "noEmit": true,
    "skipLibCheck": true,
    "types": ["node", "zapc/globals"]
  },
  "include": ["scripting", "test"]
}
`;

const scriptingTsconfig = `{ "extends": "zapc/scripting.tsconfig.json", "include": ["."] }\n`;

// The build is committed: a colleague reviews what is pasted.
const gitignore = `node_modules/
# Accounts of your own, for zapc simulate.
/account.json
/auth.json
`;

const workflow = `name: check
on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm install
      - run: npm run check
      - run: npm test
      - run: npm run audit
      # What is pasted is what the sources give.
      - run: git diff --exit-code -- dist
`;

function readme({ title, api }: NewProject, trigger: string): string {
  return `# ${title} for Zapier

The sources are in \`scripting/\`. \`zapc\` compiles them into \`dist/zap.js\`, which is pasted into Platform UI > Advanced > Legacy Web Builder, and
\`dist/metadata.json\`, which says how the platform is set.

| command | what it does |
|---|---|
| \`npm run build\` | compiles \`scripting/\` into \`dist/\` |
| \`npm test\` | builds, and tests \`dist/zap.js\` on a simulator of the platform |
| \`npm run audit\` | checks the integration by the platform's rules, and by the recordings in \`test/recordings/\` |
| \`npm run check\` | checks the types of the sources and the tests |
| \`npx zapc add trigger KEY\` | adds a trigger, \`action\` an action, \`search\` a search, each with its test |
| \`npx zapc simulate poll ${trigger} --auth auth.json\` | polls ${api} itself; \`auth.json\` holds your account |

Next: compare \`scripting/app.ts\` and \`scripting/triggers/${trigger}.ts\` with the API's documentation. Their addresses and names are examples. Then record what
the API really answers:

\`\`\`sh
npx zapc simulate poll ${trigger} --auth auth.json --record test/recordings/triggers/${trigger}.json
\`\`\`
`;
}

function appText({ title, description, category, auth, api }: NewProject, trigger: string): string {
  const kind: AuthKind = authKinds[auth];
  const app = {
    ...{ title, version: "0.1.0", description, category },
    test_trigger: auth === "none" ? trigger : "me",
    auth: kind.auth({ api }),
  };
  const isSession = kind.methods !== undefined;
  return `import type { App } from "zapc";
${isSession ? 'import type { get_session_info } from "./auth.ts";\n' : ""}
export const app = ${objectText(app)} as const satisfies App;

declare module "zapc" {
  interface Register {
    app: typeof app;
${isSession ? "    session: ReturnType<typeof get_session_info>;\n" : ""}  }
}
`;
}

/** The trigger that tests an account and names it, and its test. */
function accountFiles({ api }: NewProject): ProjectFile[] {
  const owner = { id: 1, name: "Ann" };
  const definition = {
    ...{
      label: "Account",
      noun: "Account",
      help_text: "Finds out who has connected the account.",
      hidden: true,
    },
    ...{ url: `${api}/me`, fields: [], sample: owner },
  };
  return [
    {
      path: "scripting/triggers/me.ts",
      text: `import type { Trigger } from "zapc";

/** The platform tests an account by it, and names the account by the result. No Zap uses it. */
export const trigger = ${objectText(definition)} as const satisfies Trigger;
`,
    },
    {
      path: "test/triggers/me.test.ts",
      text: `import { expect, test } from "vitest";
import { connected } from "../connected.ts";

test("an account is named by its owner", async () => {
  const sim = await connected({ ${JSON.stringify(`GET ${api}/me`)}: { id: 1, name: "Ann" } });
  expect(await sim.testAccount()).toMatchObject({ valid: true, label: "Ann" });
});

test("an account is refused that the API does not know", async () => {
  const sim = await connected({});
  expect(await sim.testAccount()).toMatchObject({ valid: false });
});
`,
    },
  ];
}

function recordedTest({ key }: NewStep): ProjectFile {
  return {
    path: "test/recordings.test.ts",
    text: `import { expect, test } from "vitest";
import { simulator } from "zapc/vitest";
import { account } from "./connected.ts";

test("the recorded poll of ${key} triggers", async () => {
  const sim = await simulator({ ...account, replay: "test/recordings/triggers/${key}.json" });
  expect(await sim.poll("${key}")).toTrigger();
});
`,
  };
}

/** The API's answer to a poll of the first trigger, as `--record` would have written it. */
function recording({ key, url }: NewStep, { auth, api }: NewProject): ProjectFile {
  const kind: AuthKind = authKinds[auth];
  const { url: recordedUrl = url, before = [] } = kind.recorded?.(url, { api }) ?? {};
  const polled: RecordedExchange = {
    method: "GET",
    url: recordedUrl,
    headers: { Accept: "application/json" },
    body: null,
    response: {
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify([thing, otherThing]),
    },
  };
  const recorded: Recording = {
    generator,
    version: 2,
    now: "2026-03-01T09:00:00.000Z",
    redacted: { headers: [], patterns: [] },
    requests: [...before, polled],
  };
  return { path: `test/recordings/triggers/${key}.json`, text: `${JSON.stringify(recorded, null, 2)}\n` };
}
