import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import type { Metadata } from "../../../src/model/definitions.ts";
import type { ErrorBody, Routes, RunDetail, RunRow, State, StudioEvent } from "../../../src/studio/api.ts";
import { bin, environment } from "../../cli/zapc.ts";
import { metadataWith } from "../../simulator/integration.ts";

/** A studio that is open until the test ends, and its API. */
export interface OpenStudio {
  /** `http://127.0.0.1:4174` */
  readonly origin: string;
  readonly port: number;
  readonly token: string;
  /** Its current directory. */
  readonly folder: string;
  /** Asks a route as the page does, and expects an answer. */
  get<Name extends GetRoute>(
    name: Name,
    input?: RouteInput<`GET ${Name}`>,
  ): Promise<RouteOutput<`GET ${Name}`>>;
  post<Name extends PostRoute>(
    name: Name,
    input: RouteInput<`POST ${Name}`>,
  ): Promise<RouteOutput<`POST ${Name}`>>;
  /** Asks, and gives why that is refused. */
  refused(route: string, input?: object): Promise<ErrorBody & { readonly status: number }>;
  /** Makes a run, and gives it opened once it has ended. */
  run(asked: RouteInput<"POST /api/run">): Promise<RunDetail>;
  /** A run that was started, opened once it has ended. */
  ended(id: string): Promise<RunDetail>;
  /** Puts another script in the place of the present one. */
  script(methods: string, metadata?: Metadata): Promise<void>;
}

type GetRoute = keyof Routes extends infer Name ? (Name extends `GET ${infer Path}` ? Path : never) : never;
type PostRoute = keyof Routes extends infer Name ? (Name extends `POST ${infer Path}` ? Path : never) : never;
type RouteInput<Name> = Name extends keyof Routes
  ? Routes[Name] extends { input: infer T }
    ? T
    : never
  : never;
type RouteOutput<Name> = Name extends keyof Routes ? Routes[Name]["output"] : never;

export interface Setting {
  /** The methods of the script, as text. */
  readonly methods?: string;
  readonly metadata?: Metadata;
  /** Adds no account. */
  readonly unconnected?: true;
  /** The options of the command besides the script. */
  readonly options?: readonly string[];
  readonly variables?: { readonly [name: string]: string };
  /** The current directory; a new one if it is left out. */
  readonly folder?: string;
}

/** Starts `zapc studio` with a script of these methods, and adds an account. It is closed when the test ends. */
export async function studioWith(setting?: Setting): Promise<OpenStudio> {
  const studio = await startStudio(setting);
  onTestFinished(() => studio.close());
  return studio;
}

/** Starts `zapc studio` with a script of these methods, and adds an account. */
export async function startStudio(setting: Setting = {}): Promise<OpenStudio & { close(): Promise<void> }> {
  const { methods = "", metadata = metadataWith(), unconnected, options = [], variables } = setting;
  const folder = setting.folder ?? mkdtempSync(join(tmpdir(), "zapc-studio-test-"));
  const write = (text: string, described = metadata) => {
    writeFileSync(join(folder, "metadata.json"), JSON.stringify(described));
    writeFileSync(join(folder, "zap.js"), scriptOf(text));
  };
  write(methods);
  const given = ["--script", "zap.js", "--metadata", "metadata.json", ...options];
  const { address, close } = await startCommand(given, { folder, ...(variables && { variables }) });
  const { origin, port, hash } = new URL(address);
  const token = hash.replace("#token=", "");
  const ask = (route: string, input: object = {}) => {
    const [method = "", path] = route.split(" ");
    const isGet = method === "GET";
    const query = isGet ? `?${new URLSearchParams(input as Record<string, string>)}` : "";
    return fetch(`${origin}${path}${query}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...(!isGet && { "Content-Type": "application/json" }) },
      ...(!isGet && { body: JSON.stringify(input) }),
    });
  };
  const answer = async (route: string, input?: object) => {
    const response = await ask(route, input);
    const value = (await response.json()) as never;
    if (!response.ok) throw new Error(`${route}: ${response.status} ${JSON.stringify(value)}`);
    return value;
  };
  const opened: OpenStudio & { close(): Promise<void> } = {
    ...{ origin, port: Number(port), token, folder, close },
    async script(text, described) {
      const builds = eventsOf(opened);
      let before: string | undefined;
      for await (const event of builds) {
        if (event.type !== "state" || event.state.build.status !== "good") continue;
        if (before !== undefined && event.state.build.built_at !== before) return;
        if (before === undefined) write(text, described);
        before ??= event.state.build.built_at;
      }
    },
    get: (name, input) => answer(`GET ${name}`, input as object),
    post: (name, input) => answer(`POST ${name}`, input as object),
    async refused(route, input) {
      const response = await ask(route, input);
      return { status: response.status, ...((await response.json()) as ErrorBody) };
    },
    async run(asked) {
      const { id } = await opened.post("/api/run", asked);
      return opened.ended(id);
    },
    async ended(id) {
      await untilEnded(opened, id);
      return opened.get("/api/run", { id });
    },
  };
  for await (const event of eventsOf(opened))
    if (event.type === "state" && event.state.build.status !== "building") break;
  if (!unconnected) await opened.post("/api/connection", account);
  return opened;
}

function scriptOf(methods: string): string {
  return `'use strict';\nvar Zap = {\n${methods}\n};\n`;
}

interface In {
  readonly folder: string;
  readonly variables?: { readonly [name: string]: string };
  /** The file of the command; that of this project if it is left out. */
  readonly command?: string;
}

/** Starts `zapc studio` with these options. RouteOutput the address that it prints, and what ends it. */
export async function startCommand(options: readonly string[], { folder, variables, command = bin }: In) {
  const child = spawn(process.execPath, [command, "studio", "--no-open", ...options], {
    ...{ cwd: folder, env: { ...environment, ...variables } },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  const closed = once(child, "close");
  const [line] = (await Promise.race([once(createInterface(child.stdout), "line"), closed])) as [string];
  return {
    address: String(line).replace("zapc studio ", ""),
    async close() {
      child.kill("SIGTERM");
      const [code] = await closed;
      if (code !== 0 || said !== "") throw new Error(`zapc studio has ended with ${code}, and said: ${said}`);
    },
  };
}

/** The account of most tests. */
export const account = { name: "Mine", auth_fields: { api_key: "key-of-mine" }, remember: false };

/** The events of a studio, as they come. */
export async function* eventsOf({
  origin,
  token,
}: Pick<OpenStudio, "origin" | "token">): AsyncGenerator<StudioEvent> {
  const ended = new AbortController();
  try {
    const response = await fetch(`${origin}/api/events`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: ended.signal,
    });
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const parts = text.split("\n\n");
      text = parts.pop() as string;
      for (const part of parts) if (part.startsWith("data: ")) yield JSON.parse(part.slice(6));
    }
  } finally {
    ended.abort();
  }
}

/** Resolves when a run has ended. */
export async function untilEnded(studio: Pick<OpenStudio, "origin" | "token">, id: string): Promise<void> {
  for await (const event of eventsOf(studio)) {
    const rows = event.type === "run" ? [event.row] : event.state.runs;
    if (rows.some((row) => row.id === id && row.status !== "running")) return;
  }
}

/** The rows of a state whose runs were made by a Zap, the oldest first. */
export function rowsOf({ runs }: State, zap: string): RunRow[] {
  return runs.filter((row) => row.zap === zap).reverse();
}

/** Sends bytes to a port, and gives all that comes back. */
export function rawAnswer(port: number, lines: readonly string[], body = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`));
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("close", () => resolve(text));
    socket.on("error", reject);
    // An answer that does not end fails its test by name.
    socket.setTimeout(20_000, () => socket.destroy(new Error(`No answer to ${lines.join(" | ")}: ${text}`)));
  });
}
