import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { bundledSources } from "../../../bin/load.mjs";
import type { State } from "../../../src/studio/api.ts";
import { pageFiles } from "../../../src/studio/page-files.ts";
import { complaintsOf } from "../../review/browser/chromium.ts";
import { type FakeStudio, startFakeStudio } from "./fake-studio.ts";
import { detail, failed, row, state } from "./fixtures.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const files = await bundledSources().then((folder) => pageFiles(join(folder, "studio/page")));

interface OpenOptions extends BrowserContextOptions {
  /** The place in the fragment: `op=triggers/new_ticket`. */
  readonly at?: string;
  readonly state?: Partial<State>;
  /** The page complains in this test: the server goes away, or refuses. */
  readonly complains?: boolean;
  /** Sets the fake up before the page asks it. */
  readonly before?: (fake: FakeStudio) => void;
}

/** A page of the studio, and the server that it talks to. */
export interface Opened {
  readonly page: Page;
  readonly fake: FakeStudio;
}

/** Opens the page with a fake server, both for one test. */
export async function openStudio(browser: Browser, options: OpenOptions = {}): Promise<Opened> {
  const { at, state: change, complains, before, ...context } = options;
  const fake = await startFakeStudio(files, { ...state, ...change });
  fake.details.set("run-1", detail);
  fake.details.set("run-2", failed);
  for (const shown of fake.state.runs) {
    if (!fake.details.has(shown.id)) fake.details.set(shown.id, { ...detail, ...row(shown) });
  }
  before?.(fake);
  const opened = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...context });
  onTestFinished(async () => {
    await opened.close();
    await fake.close();
  });
  const page = await opened.newPage();
  const complaints = complaintsOf(page, fake.origin);
  if (!complains) onTestFinished(() => expect(complaints).toEqual([]));
  await page.goto(at === undefined ? fake.address : `${fake.address}&${at}`);
  await page.locator("header.top-bar, .alone [role=alert]").waitFor();
  return { page, fake };
}

/** The findings of axe on a page. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations }: Violations = await page.evaluate("axe.run()");
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

interface Violations {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** The last call of a route. */
export function lastCall({ calls }: FakeStudio, route: string): unknown {
  return calls.findLast((call) => call.route === route)?.input;
}

/** The keys of the address's fragment. */
export function placeOf(page: Page): { readonly [key: string]: string } {
  return Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1)));
}
