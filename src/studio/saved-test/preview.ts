import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Metadata } from "../../model/definitions.ts";
import { Failure } from "../../model/failure.ts";
import { madeUpAccount } from "../../scaffold/test-files.ts";
import type { TestPreview } from "../api.ts";
import { type Expectations, expectationsOf } from "./expectations.ts";
import type { SavedStep } from "./saved-step.ts";
import { testText } from "./test-text.ts";
import { recorded, replayed, type SimulatorSetup, type TestRecording } from "./with-recording.ts";

/** A run that is to be saved as a test. */
export interface TestDraft {
  /** The title of the test. The names of its files are made of it. */
  readonly name: string;
  readonly steps: readonly SavedStep[];
  readonly setup: SimulatorSetup;
  readonly auth: Metadata["app"]["auth"];
  /** The directory that vitest runs in. */
  readonly root: string;
  /** The directory of the tests, in it. */
  readonly folder: string;
  /** The script and the metadata as the test names them; undefined where they are what `zapc build` writes to dist/. */
  readonly named?: { readonly script: string; readonly metadata?: string } | undefined;
}

/** A preview, and what saving it needs to know. */
export interface Previewed extends TestPreview {
  /** The hash of each file that saving replaces, as it was at the preview. */
  readonly before: { readonly [path: string]: string };
}

/** Makes the test that a run becomes, and tries it twice. Nothing is written. */
export async function previewTest(draft: TestDraft): Promise<Previewed> {
  const { name, steps, setup, root, folder } = draft;
  const slug = slugOf(name);
  const paths = {
    test: join(relative(root, folder), `${slug}.test.ts`),
    recording: join(relative(root, folder), "recordings", `${slug}.json`),
  };
  const original = await recorded(steps, setup);
  const account = { ...setup, ...accountOfTest(draft) };
  const tried = await tryTwice(steps, account, original);
  const { lines = [], unsteady = [] } = tried;
  const options = { ...optionsOf(draft, account), replay: paths.recording };
  const files = [
    { path: paths.test, text: testText({ title: name, steps, options, expectations: lines }) },
    { path: paths.recording, text: original.recording },
  ].map((file) => ({ ...file, exists: existsSync(join(root, file.path)) }));
  const leaking = files.find(({ text }) => original.holdsCredential(text));
  const refused = leaking ? `${leaking.path} would hold a credential of the account.` : tried.refused;
  return {
    hash: hashOf(files.map(({ path, text }) => `${path}\n${text}`).join("\n")),
    files,
    redactions: redactionsIn(original.recording),
    assertions: lines,
    unsteady,
    ...(refused !== undefined && { refused }),
    before: Object.fromEntries(
      files.filter(({ exists }) => exists).map(({ path }) => [path, hashOf(readFileSync(join(root, path)))]),
    ),
  };
}

interface Trial extends Partial<Expectations> {
  /** Why the run makes no test. */
  readonly refused?: string;
}

/** Replays the recording twice: values that differ are others each time. */
async function tryTwice(
  steps: readonly SavedStep[],
  account: SimulatorSetup,
  { recording, report }: TestRecording,
): Promise<Trial> {
  try {
    const one = await replayed(steps, account, recording);
    const other = await replayed(steps, account, recording);
    const [end, ...ends] = [report, one, other].map(({ outcome, error }) => `${outcome} ${error?.name}`);
    if (ends.every((it) => it === end)) return expectationsOf(one, other);
    const { error } = end === ends[0] ? other : one;
    return {
      refused: `The run ends otherwise when it is replayed${error ? `: ${error.name}: ${error.message}` : "."}`,
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { refused: `The recording does not answer the requests of its own test. ${error.fault}` };
  }
}

/** The options of the test's simulator, but for the recording. */
function optionsOf(
  { named }: TestDraft,
  { auth_fields = {}, client_id, client_secret, runtime }: SimulatorSetup,
): object {
  const hasFields = Object.keys(auth_fields).length > 0;
  return {
    ...{ script: named?.script, metadata: named?.metadata, ...(hasFields && { auth_fields }) },
    ...{ client_id, client_secret, runtime: runtime === "legacy" ? runtime : undefined },
  };
}

/** The account of the test, with made-up values: a replay takes them for those that the recording leaves out. */
function accountOfTest({
  auth,
  setup,
}: TestDraft): Pick<SimulatorSetup, "auth_fields" | "client_id" | "client_secret"> {
  const { auth_fields = {}, client_id, client_secret } = setup;
  const typed = auth.type === "none" ? [] : auth.fields;
  const samples = madeUpAccount(auth);
  const values = Object.entries(auth_fields).map(([key, value]) => {
    const field = typed.find((field) => field.key === key);
    const isText = !field || (!field.choices && ["unicode", "text", "password"].includes(field.type));
    return [key, isText ? madeUp(key, String(value)) : samples[key]];
  });
  return {
    auth_fields: Object.fromEntries(values),
    ...(client_id !== undefined && { client_id: "test-id" }),
    ...(client_secret !== undefined && { client_secret: "test-secret" }),
  };
}

/** The made-up value for each shape of a real one, the first that fits: scripts look at dots, schemes and digits. */
const shapes: readonly (readonly [RegExp, (name: string, value: string) => string])[] = [
  [
    /^https?:\/\//i,
    (name, value) =>
      `${value.slice(0, value.indexOf("/") + 2)}${name}.example${value.endsWith("/") ? "/" : ""}`,
  ],
  [/^[^@\s]+@[^@\s]+$/, (name) => `${name}@example.com`],
  [/^\d+$/, (_, value) => value.replace(/\d/g, "1")],
  [/\./, (name) => `${name}.example`],
  [/(?:)/, (name) => name],
];

/** A value of the shape of the real one, which says whose it is: `test-subdomain`. */
function madeUp(key: string, value: string): string {
  const name = `test-${key.toLowerCase().replace(/[^a-z\d]+/g, "-")}`;
  const [, make] = shapes.find(([shape]) => shape.test(value)) ?? [];
  return make?.(name, value) ?? name;
}

/** `A poll of sales` -> `a-poll-of-sales` */
function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  if (slug !== "") return slug;
  throw new Failure("Failed to save a test: its name has neither a letter nor a digit.");
}

/** The placeholders of secrets in the recording, with their numbers. */
function redactionsIn(recording: string): string[] {
  const counts = new Map<string, number>();
  for (const [name] of recording.matchAll(/redacted-[a-z0-9-]+/g))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name}, ${count} times`));
}

export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
