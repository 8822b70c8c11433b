import { outputFiles } from "../../../src/compiler/write.ts";
import { buildTraced } from "../../pasted/traced.ts";
import { metadataWith } from "../../simulator/integration.ts";
import type { Ended } from "./survive.ts";

/** A file that the user hands over, and the command that reads it. */
export interface InputKind {
  readonly what: string;
  /** The path at which the command looks for it. */
  readonly file: string;
  readonly command: readonly string[];
  /** The number of inputs of this kind among 100. Those that a process is started for take longer. */
  readonly share: number;
  /** Why a result is not right; undefined where it is, and where there is none. */
  readonly faultIn?: (tried: Tried) => string | undefined;
}

interface Tried {
  /** The changed file. */
  readonly content: string;
  readonly ended: Ended;
  /** The result of the unchanged file, as text. */
  readonly right: Ended;
  readonly json: boolean;
}

/** Texts by the paths of their files. */
export interface Files {
  readonly [file: string]: string;
}

const script = `'use strict';
var Zap = {
  get_session_info: function (bundle) { return { token: 't' + bundle.auth_fields.api_key.length }; },
  thing_pre_poll: function (bundle) {
    bundle.request.params = { q: bundle.trigger_fields.query, tags: (bundle.trigger_fields.tags || []).join(',') };
    return bundle.request;
  },
  thing_post_poll: function (bundle) { return z.JSON.parse(bundle.response.content); },
  hooked_catch_hook: function (bundle) { return bundle.cleaned_request; },
  hooked_post_subscribe: function (bundle) { return z.JSON.parse(bundle.response.content); }
};
`;

const metadata = metadataWith({
  fields: [
    { key: "query", label: "Query", type: "unicode", required: true },
    { key: "tags", label: "Tags", type: "unicode", list: true },
    { key: "since", label: "Since", type: "datetime", choices: { a: "A", b: "B" } },
  ],
});

const recording = {
  generator: "zapc 0.2.0",
  version: 2,
  now: "2026-03-01T09:00:00.000Z",
  redacted: { headers: ["x-mine"], patterns: ["sk_[a-z]+"] },
  requests: [
    {
      method: "GET",
      url: "https://api.example.com/things?q=a&tags=b%2Cc",
      headers: { accept: "*/*", "x-token": "redacted-token" },
      body: null,
      response: { status: 200, headers: { "content-type": "application/json" }, body: '[{"id":1}]' },
    },
    // When the Zap of the scenario is turned on, and when it is polled.
    ...[0, 1].map(() => ({
      method: "GET",
      url: "https://api.example.com/things?q=a&tags=b%2Cc",
      headers: {},
      body: null,
      response: { status: 200, headers: {}, body: { base64: "W10=" } },
    })),
    {
      method: "POST",
      url: "https://api.example.com/hooks",
      headers: {},
      body: { base64: "AAEC" },
      failure: { message: "connect ECONNREFUSED", code: "ECONNREFUSED" },
    },
  ],
};

const scenario = {
  trigger: "thing",
  trigger_fields: { query: "a", tags: ["b", "c"] },
  zap: { id: 7, name: "Mine", live: true },
  steps: [
    { type: "poll", at: "2026-03-01T09:00:00Z" },
    { type: "poll", at: "2026-03-01T09:15:00+01:00" },
    { type: "turn_off" },
  ],
};

const bundle = {
  request: { method: "GET", url: "https://api.example.com/things", headers: {}, params: {}, data: null },
  url_raw: "https://api.example.com/things",
  auth_fields: { api_key: "key" },
  trigger_fields: { query: "a" },
  meta: { frontend: false, first_poll: true, limit: -1, page: 0 },
  zap: { id: 7 },
};

const trace = `Error: Cannot read properties of undefined (reading 'a')
    at titled (eval at compileLegacyScriptingSource (/var/task/index.js:489:10), <anonymous>:20:16)
    at runMethod (/var/task/index.js:12:34)
    at new Reader (/home/me/dist/zap.js:12:5)
    at evalmachine.<anonymous>:18:5
`;

/** All of the files, by their paths, before one of them is changed. */
export async function inputFiles(): Promise<Files> {
  const built = outputFiles((await buildTraced()).compiled);
  return {
    ...given,
    "built/zap.js": String(built.get("zap.js")),
    "built/zap.js.map": String(built.get("zap.js.map")),
  };
}

const given: Files = {
  "dist/zap.js": script,
  "dist/metadata.json": JSON.stringify(metadata),
  "auth.json": JSON.stringify({ api_key: "key" }),
  "fields.json": JSON.stringify({ query: "a", tags: ["b", "c"] }),
  "scenario.json": JSON.stringify(scenario),
  "recording.json": JSON.stringify(recording),
  "bundle.json": JSON.stringify(bundle),
  "trace.txt": trace,
};

const account = ["--auth", "auth.json", "--replay", "recording.json"];
const poll = ["simulate", "poll", "thing", "--fields", "fields.json", ...account];

/** The exit code of a run is that of what it reports. */
function runFault({ ended: { code, stdout }, json }: Tried): string | undefined {
  if (!json || stdout === "") return undefined;
  const report = JSON.parse(stdout);
  const runs = Array.isArray(report) ? report.map(({ run }) => run) : [report];
  if (report.ok === false) return code === 0 ? "exit code 0 of a failure" : undefined;
  const isFine = runs.every(({ error, problems }) => error === undefined && problems.length === 0);
  return isFine === (code === 0) ? undefined : `exit code ${code} of ${isFine ? "a" : "no"} success`;
}

/** A map that tells its hash is read as it was, or not at all. */
function mapFault({ content, ended, right, json }: Tried): string | undefined {
  if (ended.code !== 0 || json || !/"x_zapc_map":"[\da-f]{16}"/.test(content)) return undefined;
  return ended.stdout === right.stdout ? undefined : "sizes of a damaged map";
}

/** Each frame stands in a line of a source. */
function traceFault({ ended: { code, stdout }, json }: Tried): string | undefined {
  if (code !== 0 || !json) return undefined;
  const lines: { frames: { file: string; line: number; source_line: string }[] }[] = JSON.parse(stdout).lines;
  const frames = lines.flatMap(({ frames }) => frames);
  const isRight = frames.every(
    ({ file, line, source_line }) => file.endsWith(".ts") && line > 0 && source_line,
  );
  return frames.length > 0 && isRight ? undefined : "a frame that is in no source";
}

/** The files that users write. */
export const values: readonly InputKind[] = [
  { what: "auth fields", file: "auth.json", command: poll, share: 7, faultIn: runFault },
  { what: "trigger fields", file: "fields.json", command: poll, share: 8, faultIn: runFault },
  {
    what: "scenarios",
    file: "scenario.json",
    command: ["simulate", "zap", "scenario.json", ...account],
    share: 7,
    faultIn: runFault,
  },
  {
    what: "bundles",
    file: "bundle.json",
    command: ["simulate", "call", "thing_pre_poll", "--bundle", "bundle.json", ...account],
    share: 8,
    faultIn: runFault,
  },
];

const traceIt = ["trace", "trace.txt", "--dist", "built", "--offset", "0"];

/** The files that a tool writes: zapc, or an engine. */
export const written: readonly InputKind[] = [
  { what: "metadata", file: "dist/metadata.json", command: poll, share: 10, faultIn: runFault },
  { what: "recordings", file: "recording.json", command: poll, share: 10, faultIn: runFault },
  { what: "scripts", file: "dist/zap.js", command: poll, share: 6, faultIn: runFault },
  {
    what: "source maps",
    file: "built/zap.js.map",
    command: ["size", "--dist", "built"],
    share: 15,
    faultIn: mapFault,
  },
  { what: "maps of a trace", file: "built/zap.js.map", command: traceIt, share: 7 },
  { what: "traces", file: "trace.txt", command: traceIt, share: 22, faultIn: traceFault },
];
