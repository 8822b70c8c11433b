import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startChromium, withoutChromium } from "../../review/browser/chromium.ts";
import { detail, request, row } from "./fixtures.ts";
import { lastCall, openStudio, placeOf } from "./opened-page.ts";

describe.skipIf(withoutChromium.isSkipped)(`the studio's inspector in Chromium${withoutChromium.why}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  test("the rail has the stages in their order, with the requests made inside of them", async () => {
    const { page } = await openStudio(browser, { at: "run=run-1" });
    const stages = page.getByRole("listbox", { name: "Stages of the run" }).getByRole("option");
    expect((await stages.allInnerTexts()).map((text) => text.split(/\s*\n\s*/).join(" | "))).toEqual([
      "The whole run",
      "prepared | 12 ms | by the platform",
      "pre_poll | 12 ms | changed",
      "sent → answer | 12 ms | changed | GET /api/tickets | 200 | recorded",
      "post_poll | 12 ms | changed | GET /api/queues | 200 | pinned",
      "items | 12 ms | no change",
      "dedupe | 12 ms | 2 new of 5",
    ]);
  });

  test("the arrows go through the stages, and each shows what changed, items by their ids", async () => {
    const { page } = await openStudio(browser, { at: "run=run-1" });
    await page.getByRole("listbox", { name: "Stages of the run" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => placeOf(page)).toMatchObject({ run: "run-1", stage: "1" });
    const differences = page.locator(".difference");
    await expect
      .poll(() => differences.allInnerTexts())
      .toEqual([expect.stringContaining("request.params.queue")]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect
      .poll(() => differences.locator(".path").allInnerTexts())
      .toEqual(["[id 6].queue", "[id 7].queue", "[id 8]"]);
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => placeOf(page).tab).toBe("response");
  });

  test("time and bytes stand beside the platform's limits", async () => {
    const { page } = await openStudio(browser, { at: "run=run-1&stage=2" });
    await expect
      .poll(() => page.locator(".limits").innerText())
      .toMatch(/Bytes of the answer\s+12 KB of 6 MB/);
  });

  test("an exception has its lines of TypeScript, which open in the editor", async () => {
    const { page, fake } = await openStudio(browser, { at: "run=run-2&stage=3" });
    const fault = page.getByRole("group", { name: /^TypeError: / });
    await expect.poll(() => fault.innerText()).toContain("post_poll triggers/new_ticket.ts:31:18");
    await fault.getByRole("button").click();
    await expect
      .poll(() => lastCall(fake, "POST /api/open"))
      .toEqual({ file: "triggers/new_ticket.ts", line: 31, column: 18 });
  });

  test("requests show who answered, and their answers are pinned and unpinned", async () => {
    const { page, fake } = await openStudio(browser, { at: "run=run-1&tab=http" });
    fake.answers["POST /api/pin"] = { id: "pin-2" };
    const requests = page.getByRole("article");
    await expect.poll(() => requests.count()).toBe(2);
    expect(await requests.nth(0).innerText()).toContain("By the platform. Answer: recorded");
    expect(await requests.nth(1).innerText()).toContain(
      "By the script in new_ticket_post_poll. Answer: pinned",
    );
    await requests.nth(0).getByRole("button", { name: "Pin this answer" }).click();
    await expect.poll(() => lastCall(fake, "POST /api/pin")).toEqual({ run: "run-1", request: 0 });
    await requests.nth(1).getByRole("button", { name: "Unpin" }).click();
    await expect.poll(() => lastCall(fake, "POST /api/unpin")).toEqual({ id: "pin-1" });
  });

  test("an answer is edited and pinned", async () => {
    const { page, fake } = await openStudio(browser, { at: "run=run-1&tab=http" });
    fake.answers["POST /api/pin"] = { id: "pin-2" };
    await page.getByRole("button", { name: "Edit an answer and pin it…" }).first().click();
    await page.getByLabel("Status").fill("500");
    await page.getByRole("textbox", { name: "Body of the answer" }).fill("broken");
    await page.getByRole("button", { name: "Pin it", exact: true }).click();
    await expect
      .poll(() => lastCall(fake, "POST /api/pin"))
      .toEqual({
        run: "run-1",
        request: 0,
        edited: { status: 500, headers: { "content-type": "application/json" }, body: "broken" },
      });
  });

  test("pins are counted in a banner", async () => {
    const { page, fake } = await openStudio(browser);
    const { url, method } = request;
    fake.set({
      pins: [{ id: "pin-1", operation: "triggers/new_ticket", method, url, status: 200, edited: true }],
    });
    await page.getByText("1 answer is pinned").waitFor();
    await page.getByRole("button", { name: "Show the pins" }).click();
    await page.getByRole("button", { name: `Unpin GET ${url}` }).click();
    await expect.poll(() => lastCall(fake, "POST /api/unpin")).toEqual({ id: "pin-1" });
  });

  test("the slider goes from poll to poll, and items are new, seen or repeated", async () => {
    const { page } = await openStudio(browser, { at: "run=run-4&stage=5" });
    const items = page.getByRole("list", { name: "Items of the poll" }).getByRole("listitem");
    await expect
      .poll(() => items.allInnerTexts())
      .toEqual([
        expect.stringMatching(/new\s+8\s+triggers the Zap/),
        expect.stringMatching(/seen\s+7\s+first in poll 2/),
        expect.stringMatching(/seen\s+6\s+was there when the Zap was turned on/),
        expect.stringMatching(/repeated\s+8\s+has the id of an item before it in this poll/),
        expect.stringMatching(/new\s+no id\s+triggers the Zap \(told from others by all that it holds\)/),
      ]);
    const slider = page.getByRole("slider", { name: "Polls of this Zap" });
    expect(await slider.getAttribute("aria-valuetext")).toBe("Poll 2 of 2: 4 items, 1 new");
    await slider.focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => placeOf(page)).toMatchObject({ run: "run-3", stage: "5" });
  });

  test("edits what goes into a method, and goes on as a new run", async () => {
    const { page, fake } = await openStudio(browser, { at: "run=run-1&stage=1" });
    fake.answers["POST /api/again"] = { id: "run-3" };
    await page.getByRole("listbox", { name: "Stages of the run" }).focus();
    await page.keyboard.press("e");
    await page.getByRole("textbox", { name: "The bundle" }).fill('{ "request": { "url": "https://other" } }');
    await page.getByRole("button", { name: "Go on from here" }).click();
    await expect
      .poll(() => lastCall(fake, "POST /api/again"))
      .toEqual({
        id: "run-1",
        edits: [{ stage: 1, bundle: { request: { url: "https://other" } } }],
      });
    await expect.poll(() => placeOf(page).run).toBe("run-3");
  });

  test("edits the answer to a request", async () => {
    const { page, fake } = await openStudio(browser, { at: "run=run-1&stage=2" });
    fake.answers["POST /api/again"] = { id: "run-3" };
    await page.getByRole("button", { name: "Edit the request or the answer and go on…" }).click();
    const answer = page.getByRole("textbox", { name: "The answer to GET /api/tickets" });
    await answer.fill("{ not JSON");
    await page.getByRole("button", { name: "Go on from here" }).click();
    expect(await page.locator("dialog [role=alert]").textContent()).toContain("This is not JSON: ");
    await answer.fill('{ "status": 404, "headers": {}, "body": "" }');
    await page.getByRole("button", { name: "Go on from here" }).click();
    await expect
      .poll(() => lastCall(fake, "POST /api/again"))
      .toEqual({
        id: "run-1",
        edits: [{ answer: 0, response: { status: 404, headers: {}, body: "" } }],
      });
  });

  test("runs again, sends again after it asked, and compares the runtimes", async () => {
    const { page, fake } = await openStudio(browser, {
      at: "run=run-5",
      state: { live: true },
      before: ({ details }) => {
        const sent = [{ ...request, method: "POST" }];
        details.set("run-5", { ...detail, ...row({ id: "run-5", number: 5 }), sent });
      },
    });
    fake.answers["POST /api/again"] = { id: "run-3" };
    fake.answers["POST /api/send-again"] = { id: "run-3" };
    fake.answers["GET /api/compare"] = {
      left: row({ id: "run-5", number: 5 }),
      right: row({ id: "run-3", number: 3, runtime: "legacy" }),
      parts: [
        { title: "items", more: 0, differences: [{ path: "[id 7].title", left: "Fire", right: "Flood" }] },
      ],
    };
    await page.getByRole("button", { name: "Send again…" }).click();
    expect(await page.locator("dialog li").innerText()).toBe(`POST ${request.url}`);
    expect(lastCall(fake, "POST /api/send-again")).toBe(undefined);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect.poll(() => lastCall(fake, "POST /api/send-again")).toEqual({ id: "run-5", confirmed: true });
    await expect.poll(() => placeOf(page)).toEqual({ run: "run-3" });
    await page.goBack();
    await page.getByRole("button", { name: "Compare with the legacy runtime" }).click();
    await expect.poll(() => lastCall(fake, "POST /api/again")).toEqual({ id: "run-5", runtime: "legacy" });
    await expect.poll(() => lastCall(fake, "GET /api/compare")).toEqual({ left: "run-5", right: "run-3" });
    await expect.poll(() => page.locator(".comparison .difference").innerText()).toMatch(/\[id 7\]\.title/);
    await page.keyboard.press("Escape");
    await expect.poll(() => placeOf(page)).toEqual({ run: "run-3" });
  });

  test("saves a run as a test, after it showed the files", async () => {
    const { page, fake } = await openStudio(browser, { at: "run=run-1" });
    const preview = {
      hash: "h1",
      files: [{ path: "test/fire.test.ts", text: "test();\n", exists: false }],
      redactions: ["password"],
      assertions: ["2 items"],
      unsteady: ["/items/0/now"],
    };
    fake.answers["POST /api/test/preview"] = {
      ...preview,
      refused: "a known secret remains in the recording",
    };
    fake.answers["POST /api/test/save"] = { files: ["test/fire.test.ts"] };
    await page.getByRole("button", { name: "Save as test…" }).click();
    await page.getByLabel(/Name of the test/).fill("gives two tickets");
    await page.getByRole("button", { name: "Show what would be written" }).click();
    await page.getByText("Not saved: a known secret remains in the recording").waitFor();
    expect(await page.getByRole("button", { name: "Save", exact: true }).isDisabled()).toBe(true);
    fake.answers["POST /api/test/preview"] = preview;
    await page.getByRole("button", { name: "Show what would be written" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).and(page.locator(":enabled")).click();
    await expect
      .poll(() => lastCall(fake, "POST /api/test/save"))
      .toEqual({ run: "run-1", name: "gives two tickets", hash: "h1" });
    await page.getByText("Saved: test/fire.test.ts.").waitFor();
  });

  test("a body of 5 MB shows its start, and all of it when asked for, line by line", async () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `${index}: ${"x".repeat(44)}`).join("\n");
    const { page } = await openStudio(browser, {
      at: "run=run-1&tab=response",
      before: ({ details, texts }) => {
        texts.set("large", lines);
        details.set("run-1", {
          ...detail,
          result: { id: "large", size: lines.length, start: lines.slice(0, 65_536) },
        });
      },
    });
    await page.getByText("The first 64 KB of 4.9 MB").waitFor();
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByText("The first 64 KB of 4.9 MB").waitFor({ state: "detached" });
    const text = page.getByRole("group", { name: "Result of the run" });
    await text.focus();
    await page.keyboard.press("End");
    await text.getByText("99999: xxx").waitFor();
    expect(await page.locator(".code-line").count()).toBeLessThan(120);
  });

  test("10,000 items are a list of which few are rendered", async () => {
    const items = Array.from({ length: 10_000 }, (_, id) => ({
      id,
      mark: id < 9_999 ? ("seen" as const) : ("new" as const),
    }));
    const stages = detail.stages.map((stage) => (stage.kind === "dedupe" ? { ...stage, items } : stage));
    const { page } = await openStudio(browser, {
      at: "run=run-1&stage=5",
      before: ({ details }) => details.set("run-1", { ...detail, stages }),
    });
    const list = page.getByRole("list", { name: "Items of the poll" });
    await list.waitFor();
    expect(await list.getByRole("listitem").count()).toBeLessThan(60);
    await page.getByRole("button", { name: /^\s*new 1$/ }).click();
    await expect
      .poll(() => list.getByRole("listitem").allInnerTexts())
      .toEqual([expect.stringContaining("9999")]);
  });

  test.each([
    ["the API answered 200 with an empty list.", "[]"],
    ["the API answered 200 with an empty body.", ""],
    ["the API answered 200 with 9 bytes, and the methods after it left none.", '[{"a":1}]'],
  ])("no items: %s", async (why, body) => {
    const answer = { status: 200, headers: {}, body: { id: "b", size: body.length, start: body } };
    const { page } = await openStudio(browser, {
      at: "run=run-1",
      before: ({ details }) =>
        details.set("run-1", {
          ...detail,
          ...row({ items: { seen: 0, new: 0 } }),
          sent: [{ ...request, response: answer }],
        }),
    });
    await page.getByText(`No items: ${why}`).waitFor();
  });

  test("review and delivery show the audit, what changed, and copy zap.js", async () => {
    const { page } = await openStudio(browser, {
      at: "view=review",
      before: ({ answers }) => {
        answers["GET /api/review"] = {
          review_html: { id: "r", size: 49, start: "<html lang='en'><title>R</title><h1>All reviewed</h1>" },
          audit: [{ code: "ZDE001", severity: "warning", message: "No help text.", file: "metadata.json" }],
          delivery: "1 method changed",
          script: { id: "s", size: 9, start: "var Zap;\n" },
        };
      },
    });
    await page.getByText("No help text.").waitFor();
    expect(await page.getByText("1 method changed").isVisible()).toBe(true);
    await page.frameLocator("iframe").getByRole("heading", { name: "All reviewed" }).waitFor();
    await page.evaluate(
      `Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.copied = text; } } })`,
    );
    await page.getByRole("button", { name: "Copy zap.js (9 B)" }).click();
    await page.getByText("zap.js is copied.").waitFor();
    expect(await page.evaluate("window.copied")).toBe("var Zap;\n");
  });

  test("says why there is no review", async () => {
    const { page } = await openStudio(browser, {
      at: "view=review",
      complains: true,
      before: (fake) => fake.refuse("GET /api/review", { error: "A review needs the sources." }),
    });
    await page.getByText("There is no review: A review needs the sources.").waitFor();
  });
});
