import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startChromium, withoutChromium } from "../../review/browser/chromium.ts";
import { operations, row } from "./fixtures.ts";
import { type Opened, openStudio, violationsOn } from "./opened-page.ts";

const pins = [
  {
    id: "pin-1",
    operation: "triggers/new_ticket",
    method: "GET",
    url: "https://acme.deskly.example/api/queues",
    status: 200,
    edited: true,
  },
];
const broken = {
  status: "broken",
  has_script: true,
  findings: [
    {
      code: "TS2551",
      severity: "error",
      message: "Property 'color' does not exist.",
      file: "scripting/triggers/new_ticket.ts",
      line: 9,
      column: 39,
      hint: "Did you mean 'colour'?",
      frame: "  8 | export function poll(bundle) {\n> 9 |   return bundle.color;\n    |                 ^",
    },
  ],
} as const;

const button = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();

interface View {
  readonly at?: string;
  readonly act?: (page: Page) => Promise<unknown>;
  readonly state?: object;
  readonly answers?: object;
}

/** Every view of the page, and the way to it. */
const views: { readonly [name: string]: View } = {
  start: {},
  "no match": { at: "find=nothing+at+all" },
  "a trigger": { at: "op=triggers/new_ticket" },
  "a trigger that is on with hooks": {
    at: "op=triggers/updated_ticket",
    act: (page) => page.getByText("Type or paste a hook").click(),
  },
  "an action": { at: "op=actions/create_ticket" },
  "a search": { at: "op=searches/find_contact", act: (page) => page.getByRole("checkbox").click() },
  "a hydrator": { at: "op=hydrators/get_file" },
  "the whole run": { at: "op=triggers/new_ticket&run=run-1" },
  "a stage": {
    at: "op=triggers/new_ticket&run=run-1&stage=3",
    act: (page) => page.locator(".stage-detail summary").first().click(),
  },
  "a stage that threw": { at: "op=triggers/new_ticket&run=run-2&stage=3" },
  HTTP: {
    at: "run=run-1&tab=http",
    act: (page) => page.getByText("Headers of the request").first().click(),
  },
  console: { at: "run=run-1&tab=console" },
  bundle: { at: "run=run-1&stage=1&tab=bundle" },
  response: { at: "run=run-1&tab=response" },
  "items of a poll": { at: "op=triggers/new_ticket&run=run-4&stage=5" },
  "a run that runs": {
    at: "run=run-9",
    state: { runs: [row({ id: "run-9", number: 9, status: "running", stage: "new_ticket_post_poll" })] },
  },
  comparison: {
    at: "run=run-1&with=run-3",
    answers: {
      "GET /api/compare": {
        left: row(),
        right: row({ id: "run-3", number: 3 }),
        parts: [
          { title: "items", more: 2, differences: [{ path: "[id 7].title", left: "Fire", right: "Flood" }] },
          { title: "request 1", more: 0, differences: [] },
        ],
      },
    },
  },
  accounts: { act: button(/ann@example.com/) },
  "a new account": {
    act: async (page) => {
      await button(/ann@example.com/)(page);
      await button("Add an account")(page);
    },
  },
  live: { act: button("OFFLINE") },
  clock: { act: button("Present time") },
  "the build": { act: button("Show the finding"), state: { build: broken } },
  "the pins": { act: button("Show the pins"), state: { pins } },
  commands: { act: button("Commands") },
  edit: {
    at: "run=run-1&stage=1",
    act: async (page) => {
      await button("Edit the bundle or the result and go on…")(page);
      await page.getByRole("textbox", { name: "The bundle" }).waitFor();
    },
  },
  "save as test": {
    at: "run=run-1",
    act: async (page) => {
      await button("Save as test…")(page);
      await button("Show what would be written")(page);
      await page.getByRole("textbox", { name: "test/new-ticket.test.ts" }).waitFor();
    },
    answers: {
      "POST /api/test/preview": {
        hash: "1",
        files: [
          { path: "test/new-ticket.test.ts", text: 'import { expect } from "vitest";\n', exists: false },
        ],
        redactions: ["password"],
        assertions: ["3 items"],
        unsteady: [],
      },
    },
  },
  "review and delivery": {
    at: "view=review",
    answers: {
      "GET /api/review": {
        review_html: { id: "r", size: 49, start: "<html lang='en'><title>R</title><h1>All reviewed</h1>" },
        audit: [{ code: "ZDE001", severity: "warning", message: "No help text.", file: "metadata.json" }],
        delivery: "1 method changed",
        script: { id: "s", size: 9, start: "var Zap;\n" },
      },
    },
    act: (page) => page.getByRole("heading", { name: "Audit" }).waitFor(),
  },
};

describe.skipIf(withoutChromium.isSkipped)(
  `the views of the studio in Chromium${withoutChromium.why}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startChromium();
    });
    afterAll(() => browser.close());

    async function openView({ at, act, state = {}, answers = {} }: View): Promise<Opened> {
      const opened = await openStudio(browser, {
        ...(at !== undefined && { at }),
        state,
        before: (fake) => Object.assign(fake.answers, answers),
      });
      await act?.(opened.page);
      return opened;
    }

    test.each(Object.keys(views))(
      "axe finds nothing in either theme, and nothing is wider than the screen: %s",
      async (name) => {
        const { page } = await openView(views[name] as View);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await violationsOn(page)).toEqual([]);
        }
        for (const width of [375, 768, 1280, 2560]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
        }
      },
    );

    test("names are as long as they are, and the status beside them stays one word", async () => {
      const name = "A name that is so long that no place of the page has room for it, whatever its width is";
      const long = operations.map((operation) => ({ ...operation, label: `${operation.label}: ${name}` }));
      const { page } = await openStudio(browser, { at: "run=run-1", state: { operations: long } });
      const status = page.getByRole("region", { name: "Run 1" }).locator(".status").first();
      for (const width of [375, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect((await status.boundingBox())?.height).toBeLessThan(30);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      }
    });
  },
);
