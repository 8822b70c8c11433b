import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { startDeskly } from "../../helpdesk/deskly.ts";
import { startChromium, withoutChromium } from "../../review/browser/chromium.ts";
import { temporaryFolder } from "../../simulator/integration.ts";
import { startCommand } from "../server/open.ts";
import { ended, newest, openPage } from "./on-server.ts";

const variables = { CLIENT_ID: "zapier", CLIENT_SECRET: "s3cret" };

describe.skipIf(withoutChromium.isSkipped)(
  `the helpdesk's sources in the studio${withoutChromium.why}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startChromium();
    });
    afterAll(() => browser.close());

    test("are connected with OAuth, fill in every kind of field, hydrate, refresh, and are reviewed", {
      timeout: 300_000,
    }, async () => {
      const deskly = await startDeskly();
      onTestFinished(() => deskly.close());
      const studio = await startCommand(
        [
          ...["--scripting", resolve("test/helpdesk/scripting"), "--allow-live"],
          ...["--url-base", deskly.origin],
        ],
        { folder: temporaryFolder(), variables },
      );
      onTestFinished(() => studio.close());
      const { origin, hash } = new URL(studio.address);
      const page = await openPage(browser, { origin, token: hash.replace("#token=", "") });
      await page.getByText("Built").first().waitFor();

      await page.getByRole("button", { name: "OFFLINE" }).click();
      await page.getByRole("button", { name: "Go live" }).click();
      await page.getByRole("button", { name: "Connect an account" }).click();
      await page.getByLabel("Name of the account").fill("Acme");
      await page.getByLabel(/^Domain/).fill("acme.deskly.example");
      await page.getByRole("button", { name: "Save and connect" }).click();
      const grant = page.getByRole("link", { name: "Grant access" });
      const back = await deskly.grant((await grant.getAttribute("href")) ?? "");
      expect(back).toMatch(new RegExp(`^${origin}/oauth/`));
      const provider = await page.context().newPage();
      await provider.goto(back);
      await provider.close();
      await page.locator("dialog .account .status.good").waitFor();
      expect(await page.locator("dialog .account").first().innerText()).toContain("Ann (acme)");
      await page.keyboard.press("Escape");

      await page.getByRole("option", { name: /^Create Ticket/ }).click();
      await page.getByLabel("Title (required)").fill("Smoke");
      await page.getByRole("button", { name: "Load choices of Queue" }).click();
      await page.getByText("2 choices.").waitFor();
      await page.getByLabel("Queue (required)").selectOption("Support (support)");
      await page.getByLabel("Email (required)").fill("ann@example.com");
      await page.getByLabel("Tags 1").fill("fire");
      await page.getByRole("button", { name: "Add a value to Tags" }).click();
      await page.getByLabel("Tags 2").fill("office");
      await page.getByRole("button", { name: "Add a line" }).click();
      for (const [index, sku] of ["hose", "sand"].entries()) {
        await page.getByLabel("Article").nth(index).fill(sku);
        await page.getByLabel("Quantity").nth(index).fill("2");
        await page.getByLabel("Price").nth(index).fill("1.5");
      }
      await page.getByRole("button", { name: "Load custom fields" }).click();
      await page.getByText("The API defines 1 custom field.").waitFor();
      await page.getByLabel("Size of the Fire").fill("3");
      await page.getByRole("button", { name: "Run the action" }).click();
      await expect.poll(() => newest(page).innerText(), { timeout: 30_000 }).toMatch(/Succeeded[\s\S]*Write/);
      const created = deskly.requests.find(({ method, path }) => method === "POST" && /tickets/.test(path));
      expect(JSON.parse(created?.body ?? "")).toEqual({
        ticket: {
          ...{ title: "Smoke", queue: "support", requester: { email: "ann@example.com" } },
          ...{ tags: ["fire", "office"], custom: { size: 3 }, total: 6 },
          parts: [
            { sku: "hose", quantity: 2, price: 1.5 },
            { sku: "sand", quantity: 2, price: 1.5 },
          ],
        },
      });

      deskly.expireTokens();
      await page.getByRole("option", { name: /^Updated Ticket/ }).click();
      await page.getByRole("button", { name: "Poll", exact: true }).click();
      await expect.poll(() => newest(page).innerText(), { timeout: 30_000 }).toMatch(/Refreshed[\s\S]*Poll/);
      await ended(page);
      await page.getByRole("tab", { name: "Response" }).click();
      const result = page.getByRole("group", { name: "Result of the run" });
      const pointers = (await result.innerText()).matchAll(/hydrate\|\|\|.*?\|\|\|hydrate/g);
      const [pointer] = [...pointers].map(([text]) => text.replaceAll('\\"', '"'));
      await page.getByRole("option", { name: /^get_conversation/ }).click();
      await page.getByRole("textbox", { name: "Pointer" }).fill(pointer ?? "");
      await page.getByRole("button", { name: "Hydrate" }).click();
      await expect
        .poll(() => newest(page).innerText(), { timeout: 30_000 })
        .toMatch(/Succeeded[\s\S]*Hydrate/);

      await page.getByRole("button", { name: "Review and delivery" }).click();
      await page.getByText("Nothing was delivered yet: the script").waitFor();
      const review = page.frameLocator("iframe[title='Review page']");
      // Its style, its script and its links work in the frame, which has no origin.
      const progress = review.getByText(/^0 of \d+ entered, not remembered/);
      await progress.waitFor();
      await review.getByText("Contents", { exact: true }).click();
      await review.getByRole("link", { name: "Create Ticket" }).first().click();
      await expect.poll(() => review.locator(":target").innerText()).toContain("Create Ticket");
      expect(
        await review.locator("body").evaluate("[origin, getComputedStyle(document.body).margin]"),
      ).toEqual(["null", "0px"]);
      const saving = page.waitForEvent("download");
      await page.getByRole("button", { name: /^Save review.html/ }).click();
      const saved = await saving;
      expect(saved.suggestedFilename()).toBe("review.html");
      expect(await readFile(await saved.path(), "utf8")).toContain("Create Ticket");
    });
  },
);
