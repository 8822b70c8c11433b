import { createInterface } from "node:readline/promises";
import colors from "picocolors";
import { Failure } from "../model/failure.ts";
import type { AccountTest, AuthorizeRun, Redirect, RunReport, Simulator } from "../simulator/index.ts";
import { AccountFile } from "./account-file.ts";
import { type PrintOptions, printReport, printRunError } from "./print-run.ts";
import { simulateWork } from "./simulate-work.ts";
import type { SimulatorOptions } from "./simulator-of.ts";

interface SimulateAuthOptions extends SimulatorOptions {
  readonly redirectUri?: string;
  readonly save?: string;
}

/** The result of connecting an account. */
interface ConnectResult {
  /** The runs that sent the user to the API, where that was needed. */
  readonly grant: readonly RunReport[];
  /** Absent where access was not granted. */
  readonly test?: AccountTest;
}

/** `zapc simulate auth`: connects an account as a user does, tests it, and shows how it is named. */
export async function simulateAuthCommand(options: SimulateAuthOptions): Promise<0 | 1> {
  return simulateWork(options, {
    run: (simulator) => connect(simulator, options),
    print,
    runs: ({ grant, test }) => (test ? [...grant, test] : grant),
  });
}

async function connect(simulator: Simulator, options: SimulateAuthOptions): Promise<ConnectResult> {
  const { save, force } = options;
  const { auth } = simulator.metadata.app;
  const file = save === undefined ? undefined : new AccountFile(save, { auth, force });
  if (simulator.needsGrant && options.compare)
    throw new Failure("Failed to compare the runtimes: access must be granted for each of them.", {
      hint: "Keep the tokens with --save FILE, and compare with --auth FILE.",
    });
  const grant = simulator.needsGrant ? await askForGrant(simulator, options) : [];
  if (grant.some(({ error }) => error !== undefined)) return { grant };
  const test = await simulator.testAccount();
  if (test.valid) file?.save(test.auth_fields);
  return { grant, test };
}

/** Sends the user to the API, and exchanges what the browser comes back with. */
async function askForGrant(simulator: Simulator, { redirectUri }: SimulateAuthOptions): Promise<RunReport[]> {
  const asked = await simulator.authorizeUrl(redirectUri === undefined ? {} : { redirect_uri: redirectUri });
  if (asked.url === undefined) return [asked];
  console.error(`Grant access at this address:\n\n  ${colors.cyan(asked.url)}\n`);
  console.error("Then paste the address that the browser comes back to, or the code alone, and press Enter:");
  return [asked, await simulator.connect(redirectIn(await readLine(), asked))];
}

async function readLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    if (line.trim() === "") continue;
    lines.close();
    return line.trim();
  }
  throw new Failure("Failed to connect the account: nothing was pasted.");
}

/** The address has what the API says; a code alone, or a verifier, is taken for what was asked for. */
function redirectIn(pasted: string, { state }: AuthorizeRun): Redirect {
  if (!URL.canParse(pasted)) return { code: pasted, oauth_verifier: pasted, state };
  const { searchParams } = new URL(pasted);
  const known = ["code", "state", "oauth_token", "oauth_verifier", "error", "error_description"] as const;
  return Object.fromEntries(known.flatMap((name) => [[name, searchParams.get(name) ?? undefined]]));
}

async function print({ grant, test }: ConnectResult, shown: PrintOptions): Promise<void> {
  const steps = test ? [...grant, test] : grant;
  printReport({
    requests: steps.flatMap(({ requests }) => requests),
    logs: steps.flatMap(({ logs }) => logs),
    problems: steps.flatMap(({ problems }) => problems),
  });
  if (test?.valid) {
    console.log(`\n${colors.green("The account works.")} ${accountName(test)}`);
    return;
  }
  const error = steps.at(-1)?.error;
  if (error) await printRunError(error, shown);
  if (test?.message !== undefined)
    console.error(`\nThe user sees:\n\n  ${test.message.replaceAll("\n", "\n  ")}`);
}

function accountName({ label }: AccountTest): string {
  return label === undefined ? "It is named after the app only." : `It is named: ${label}`;
}
