import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { reviewText } from "../../../src/review/review-files.ts";
import { hostile, pageOf, reviewedDirectory } from "../reviewed.ts";
import { complaintsOf, startChromium, withoutChromium } from "./chromium.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const own = resolve("dist/review.html");

describe.skipIf(withoutChromium.isSkipped)(`the review in Chromium${withoutChromium.why}`, () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), "zapc-review-page-"));
  const hostilePage = join(folder, "hostile.html");
  const helpdesk = join(folder, "helpdesk.html");

  beforeAll(async () => {
    browser = await startChromium();
    writeFileSync(hostilePage, await pageOf(hostile));
    const reviewed = await reviewedDirectory("test/helpdesk/scripting");
    writeFileSync(helpdesk, reviewText(reviewed, "review.html"));
  });
  afterAll(() => browser.close());

  async function open(file: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    onTestFinished(() => expect(complaints).toEqual([]));
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  async function violationsOn(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    const { violations }: Violations = await page.evaluate("axe.run()");
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }

  test.each([
    ["light", "our own integration", own],
    ["dark", "our own integration", own],
    ["light", "the helpdesk", helpdesk],
    ["dark", "the helpdesk", helpdesk],
    ["light", "names of HTML", hostilePage],
  ] as const)("axe finds nothing, in %s: %s", { timeout: 120_000 }, async (colorScheme, _, file) => {
    const page = await open(file, { colorScheme });
    expect(await violationsOn(page)).toEqual([]);
  });

  test("axe finds nothing where all code is unfolded", { timeout: 120_000 }, async () => {
    const page = await open(helpdesk);
    await page.evaluate(unfoldAll);
    expect(await violationsOn(page)).toEqual([]);
  });

  test("names of HTML run nothing and load nothing", async () => {
    const page = await open(hostilePage);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.locator("main script").count()).toBe(0);
    expect(await page.locator("summary h3").textContent()).toBe("</script><img src=x onerror=alert(1)>");
  });

  test("the button copies zap.js, byte for byte", async () => {
    const page = await open(own);
    expect(await copiedBy(page, () => page.getByRole("button", { name: "Copy zap.js" }).click())).toBe(
      readFileSync("dist/zap.js", "utf8"),
    );
    expect(await page.getByRole("status").textContent()).toBe("zap.js is copied.");
  });

  test("the keyboard reaches a value's button, and Enter copies", async () => {
    const page = await open(helpdesk);
    const button = page.getByRole("button", { name: "Copy Title" });
    let steps = 0;
    while (steps < 200 && !(await button.evaluate((it) => it.matches(":focus")))) {
      await page.keyboard.press("Tab");
      steps += 1;
    }
    expect(await copiedBy(page, () => page.keyboard.press("Enter"))).toBe("Deskly");
    expect(await button.evaluate((it) => it.matches(":focus"))).toBe(true);
  });

  test("the first stop of the keyboard leads past the contents", async () => {
    const page = await open(helpdesk);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).hash).toBe("#verdict");
  });

  test("the checklist is remembered, and counted", async () => {
    const page = await open(helpdesk);
    const boxes = page.getByRole("checkbox");
    await boxes.first().focus();
    await page.keyboard.press("Space");
    await page.reload();
    expect(await boxes.first().isChecked()).toBe(true);
    expect(await page.locator("#progress").textContent()).toMatch(/^1 of \d+ entered$/);
  });

  test("each box of the checklist is remembered by itself", async () => {
    const page = await open(helpdesk);
    const boxes = page.getByRole("checkbox");
    const count = await boxes.count();
    for (const box of await boxes.all()) await box.check();
    await boxes.last().uncheck();
    await page.reload();
    expect(await page.locator("#progress").textContent()).toBe(`${count - 1} of ${count} entered`);
    expect(await boxes.last().isChecked()).toBe(false);
  });

  test("a picture of a flow has its steps as its name", async () => {
    const page = await open(own);
    const pictures = page.getByRole("img", {
      name: "Hook (POST from the service), catch_hook (scripted), Items",
    });
    expect(await pictures.count()).toBeGreaterThan(0);
  });

  test("the checklist works, and says that it is not remembered, where nothing can be stored", async () => {
    const page = await open(helpdesk);
    await page.addInitScript(
      `Object.defineProperty(window, "localStorage", { get() { throw new Error("denied"); } })`,
    );
    await page.reload();
    await page.getByRole("checkbox").first().check();
    expect(await page.locator("#progress").textContent()).toMatch(/^1 of \d+ entered, not remembered: /);
  });

  test("all can be read without JavaScript", async () => {
    const page = await open(helpdesk, { javaScriptEnabled: false });
    expect(await page.getByRole("button").count()).toBe(0);
    expect(await page.getByRole("heading", { name: "Verdict" }).isVisible()).toBe(true);
    await page.locator("details.code").first().locator("summary").click();
    expect(await page.locator("details.code[open] pre").first().isVisible()).toBe(true);
  });

  test("a link from the contents unfolds what it leads to", async () => {
    const page = await open(helpdesk);
    const operation = page.locator("details.operation").first();
    await operation.evaluate((it) => it.removeAttribute("open"));
    const id = await operation.getAttribute("id");
    await page.locator(`nav a[href="#${id}"]`).click();
    expect(await operation.getAttribute("open")).toBe("");
  });

  test("paper has everything, the code that is folded too, and no buttons", async () => {
    const page = await open(helpdesk);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation").count()).toBe(0);
    expect(await page.locator("button.copy:visible").count()).toBe(0);
    const heights = await page
      .locator("details.code pre")
      .evaluateAll((all) => all.map((it) => it.clientHeight));
    expect(heights.length).toBeGreaterThan(0);
    expect(heights.filter((height) => height === 0)).toEqual([]);
  });

  test.each([
    [375, own],
    [375, hostilePage],
    [768, own],
    [1920, own],
  ])("nothing is wider than a screen of %d pixels: %s", async (width, file) => {
    const page = await open(file, { viewport: { width, height: 800 } });
    await page.evaluate(unfoldAll);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
  });

  test("a long name is wrapped", async () => {
    const name = "Verylongname".repeat(40);
    const source = hostile["triggers/thing.ts"].replace(/label: "<.*",/, `label: "${name}",`);
    const file = join(folder, "long.html");
    writeFileSync(
      file,
      await pageOf({ "triggers/thing.ts": source.replaceAll("colour", `c${"o".repeat(120)}`) }),
    );
    const page = await open(file, { viewport: { width: 375, height: 800 } });
    expect(await page.getByRole("heading", { name }).isVisible()).toBe(true);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(375);
  });
});

const unfoldAll = `for (const details of document.querySelectorAll("details")) details.open = true`;

interface Violations {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** The text that something on a page hands to the clipboard. */
async function copiedBy(page: Page, act: () => Promise<void>): Promise<string> {
  await page.evaluate(`void (window.copied = new Promise((done) => {
      Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => done(text) } });
    }))
  `);
  await act();
  return page.evaluate("window.copied");
}
