import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startChromium, withoutChromium } from "../../review/browser/chromium.ts";
import { type OpenStudio, type Setting, studioWith } from "../server/open.ts";
import { methods, startApi, things } from "../server/things.ts";
import { ended, newest, openPage, operation } from "./on-server.ts";
import { placeOf } from "./opened-page.ts";

describe.skipIf(withoutChromium.isSkipped)(
  `the page on the studio's own server${withoutChromium.why}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startChromium();
    });
    afterAll(() => browser.close());

    const open = (studio: OpenStudio) => openPage(browser, studio);

    async function liveStudio(setting: Setting = {}) {
      const items = [
        { id: 1, name: "One" },
        { id: 2, name: "Two" },
      ];
      const api = await startApi(({ method, url }) => {
        if (method === "POST" && url === "/hooks") return { body: { id: 44 } };
        if (method === "POST") return { status: 201, body: { id: 9, name: "Made" } };
        if (method === "DELETE") return { body: {} };
        if (url.startsWith("/kinds"))
          return { body: url.includes("page=1") ? [] : [{ id: "a", name: "Kind A" }] };
        return { body: items };
      });
      const studio = await studioWith({
        methods,
        metadata: things(),
        ...setting,
        options: [...api.live, ...(setting.options ?? [])],
      });
      return { studio, api, items };
    }

    test("connects, goes live, tests, polls three days, gets a hook, acts", {
      timeout: 180_000,
    }, async () => {
      const { studio, items } = await liveStudio({ unconnected: true });
      const page = await open(studio);

      await page.getByRole("button", { name: "Connect an account" }).click();
      await page.getByLabel("Name of the account").fill("Mine");
      await page.getByLabel(/key/i).last().fill("key-of-mine");
      await page.getByRole("button", { name: "OFFLINE" }).isVisible();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "OFFLINE" }).click();
      await page.getByRole("button", { name: "Go live" }).click();
      await page.getByRole("button", { name: "LIVE", exact: true }).waitFor();
      await page.getByRole("button", { name: "Connect an account" }).click();
      await page.getByLabel("Name of the account").fill("Mine");
      await page.locator("dialog form .field input").last().fill("key-of-mine");
      await page.getByRole("button", { name: "Save and connect" }).click();
      await page.locator("dialog .account .status.good").waitFor();
      await page.keyboard.press("Escape");

      await page.getByRole("option", { name: "New Thing" }).click();
      await page.keyboard.press("Control+Enter");
      await ended(page);
      const stages = page.getByRole("listbox", { name: "Stages of the run" });
      await expect.poll(() => stages.innerText()).toMatch(/pre_poll[\s\S]*changed[\s\S]*post_poll/);

      await page.getByRole("button", { name: "Turn on" }).click();
      await page.getByRole("heading", { name: "This Zap is on" }).waitFor();
      items.push({ id: 3, name: "Three" });
      await page.getByLabel("Number of polls").fill("3");
      await page.getByLabel("Simulated time between polls").selectOption("every day");
      await page.getByRole("button", { name: "Poll 3 times" }).click();
      await expect.poll(() => newest(page).innerText(), { timeout: 30_000 }).toMatch(/poll 3/);
      await page.getByRole("button", { name: "Show failed only" }).waitFor();
      const first = page
        .getByRole("listbox", { name: "Runs" })
        .getByRole("option")
        .filter({ hasText: "poll 1" });
      await expect.poll(() => first.innerText()).toContain("3 items → 1 new");
      await first.click();
      await stages.getByRole("option", { name: /dedupe/i }).click();
      const polled = page.getByRole("list", { name: "Items of the poll" });
      await expect.poll(() => polled.innerText()).toMatch(/was there when the Zap was turned on/);
      await expect.poll(() => polled.innerText()).toMatch(/new\s+3\s+triggers the Zap/);
      await page.getByRole("slider", { name: "Polls of this Zap" }).press("End");
      await expect.poll(() => polled.innerText()).toMatch(/seen\s+3\s+first in poll 1/);

      await operation(page, "Hooked");
      await page.getByRole("button", { name: "Turn on" }).click();
      await page.getByText("It receives hooks.").waitFor();
      await page.getByText("Type or paste a hook").click();
      await page.getByRole("textbox", { name: "Body of the hook" }).fill('{ "id": 12 }');
      await page.getByRole("button", { name: "Send the hook" }).click();
      await expect.poll(() => newest(page).innerText(), { timeout: 30_000 }).toMatch(/Succeeded[\s\S]*Hook/);

      await operation(page, "Make Thing");
      await page.getByLabel("Name (required)").fill("Made");
      await page.getByRole("button", { name: "Load choices of Kind" }).click();
      await page.getByText("1 choice.").waitFor();
      await page.getByLabel("Kind", { exact: true }).selectOption("Kind A (a)");
      await page.getByRole("button", { name: "Run the action" }).click();
      await expect
        .poll(() => newest(page).innerText(), { timeout: 30_000 })
        .toMatch(/Succeeded[\s\S]*Write[\s\S]*HTTP 201/);
    });

    test("pins an answer, runs again from the recording, edits a bundle, and compares the runtimes", {
      timeout: 180_000,
    }, async () => {
      const { studio, api } = await liveStudio();
      await studio.post("/api/live", { live: true });
      const page = await open(studio);
      await page.getByRole("option", { name: "New Thing" }).click();
      await page.getByRole("button", { name: "Poll", exact: true }).click();
      await ended(page);
      const sent = api.seen.length;

      await page.getByRole("button", { name: "Run again" }).click();
      await expect.poll(() => page.locator(".run-head").innerText()).toContain("replay of #");
      await ended(page);
      expect(api.seen.length).toBe(sent);

      await page.getByRole("tab", { name: /HTTP/ }).click();
      await page.getByText("Answer: recorded").first().waitFor();
      await page.getByRole("button", { name: "Pin this answer" }).last().click();
      await page.getByText("1 answer is pinned").waitFor();

      await page.getByRole("tab", { name: "Run", exact: true }).click();
      await page
        .getByRole("listbox", { name: "Stages of the run" })
        .getByRole("option", { name: /pre_poll/ })
        .click();
      await page.getByRole("button", { name: /^Edit the bundle/ }).click();
      await page.getByText("The result, without calling the method").click();
      const result = page.getByRole("textbox", { name: "The result, without calling the method" });
      const text = await result.innerText();
      await result.fill(text.replace("studio", "edited"));
      await page.getByRole("button", { name: "Go on from here" }).click();
      await expect.poll(() => newest(page).innerText(), { timeout: 30_000 }).toContain("edited");
      await ended(page);

      await page.getByRole("button", { name: "Compare with the legacy runtime" }).click();
      await page.getByRole("button", { name: "Back to the run" }).waitFor({ timeout: 30_000 });
      await expect.poll(() => placeOf(page).with).toBeDefined();
    });

    test("a script that is built anew is on the page, and the selection stays", {
      timeout: 120_000,
    }, async () => {
      const { studio } = await liveStudio();
      const page = await open(studio);
      await operation(page, "Make Thing");
      const metadata = things();
      const [action] = metadata.actions;
      await studio.script(methods, {
        ...metadata,
        actions: action ? [{ ...action, label: "Build Thing" }] : [],
      });
      await page.getByRole("heading", { name: "Build Thing" }).waitFor();
    });

    test("saves a run as a test", { timeout: 180_000 }, async () => {
      const { studio } = await liveStudio({ options: ["--allow-write"] });
      await studio.post("/api/live", { live: true });
      await studio.run({ kind: "poll", operation: "triggers/thing", fields: {} });
      const page = await open(studio);
      await newest(page).click();
      await page.getByRole("button", { name: "Save as test…" }).click();
      await page.getByLabel(/Name of the test/).fill("Polls things");
      await page.getByRole("button", { name: "Show what would be written" }).click();
      await page.getByRole("textbox", { name: "test/polls-things.test.ts" }).waitFor({ timeout: 60_000 });
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText("Saved: test/polls-things.test.ts, test/recordings/polls-things.json.").waitFor();
      expect(existsSync(join(studio.folder, "test/polls-things.test.ts"))).toBe(true);
      await expect.poll(() => newest(page).innerText()).toContain("saved");
    });

    test("offline, a run says that nothing was sent", { timeout: 120_000 }, async () => {
      const { studio } = await liveStudio();
      const page = await open(studio);
      await page.getByRole("option", { name: "New Thing" }).click();
      await page.getByRole("button", { name: "Poll", exact: true }).click();
      await ended(page);
      await expect.poll(() => newest(page).innerText()).toContain("OFFLINE:");
    });
  },
);
