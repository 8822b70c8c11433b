import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { account } from "../../platform/world.ts";
import { DATA_TIME, type Portal, startPortal } from "../../portal/index.ts";
import { type Pipeline, startPipeline } from "../../portal/pipeline.ts";
import { startChromium, withoutChromium } from "../../review/browser/chromium.ts";
import { temporaryFolder } from "../../simulator/integration.ts";
import { runSavedTests } from "../run-saved-tests.ts";
import { startCommand } from "../server/open.ts";
import { ended, newest, openPage, operation } from "./on-server.ts";

/** The portal and the pipeline at one origin: `--url-base` sends all requests there. */
async function startOrigin(portal: Portal, pipeline: Pipeline): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const path = request.url ?? "/";
    const { url } = path.startsWith("/subscriptions") ? pipeline : portal;
    const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
    const { host: _, connection: __, "content-length": ___, ...headers } = request.headers;
    const answer = await fetch(url + path, {
      method: request.method ?? "GET",
      headers: headers as Record<string, string>,
      body,
    });
    const type = answer.headers.get("content-type");
    response.writeHead(answer.status, type === null ? {} : { "content-type": type });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe.skipIf(withoutChromium.isSkipped)(
  `the Opendatasoft integration in the studio${withoutChromium.why}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startChromium();
    });
    afterAll(() => browser.close());

    test("is connected, tested, turned on, polled for three days, sent a hook, acts, and becomes a test that passes", {
      timeout: 300_000,
    }, async () => {
      let now = DATA_TIME;
      const portal = await startPortal({ api_key: account.api_key, now: () => new Date(now) });
      const pipeline = await startPipeline();
      onTestFinished(() => Promise.all([portal.close(), pipeline.close()]).then(() => {}));
      const folder = temporaryFolder();
      const [script, metadata] = ["zap.js", "metadata.json"].map((name) => resolve("dist", name)) as [
        string,
        string,
      ];
      const options = ["--script", script, "--metadata", metadata, "--allow-live", "--allow-write"];
      const origin = await startOrigin(portal, pipeline);
      const studio = await startCommand([...options, "--url-base", origin], { folder });
      onTestFinished(() => studio.close());
      const address = new URL(studio.address);
      const page = await openPage(browser, {
        origin: address.origin,
        token: address.hash.replace("#token=", ""),
      });
      const stages = page.getByRole("listbox", { name: "Stages of the run" });

      await page.getByRole("button", { name: "OFFLINE" }).click();
      await page.getByRole("button", { name: "Go live" }).click();
      await page.getByRole("button", { name: "Present time" }).click();
      await page.getByLabel("Date and time, in UTC").fill(DATA_TIME.slice(0, 19));
      await page.getByRole("button", { name: "Set the clock" }).click();
      await page.getByRole("button", { name: "Connect an account" }).click();
      await page.getByLabel("Name of the account").fill("City");
      await page.getByLabel(/^Domain/).fill(account.domain);
      await page.getByLabel(/^API Key/).fill(account.api_key);
      await page.getByRole("button", { name: "Save and connect" }).click();
      await page.locator("dialog .account .status.good").waitFor();
      await page.keyboard.press("Escape");

      await page.getByRole("option", { name: /^New Dataset\b(?! Event| Status)/ }).click();
      await page.keyboard.press("Control+Enter");
      await ended(page);
      await expect.poll(() => newest(page).innerText()).toMatch(/Succeeded[\s\S]*3 items/);

      const [budget] = portal.datasets.splice(5, 1);
      if (!budget) throw new Error("The portal has no sixth dataset.");
      await page.getByRole("button", { name: "Turn on" }).click();
      await page.getByRole("heading", { name: "This Zap is on" }).waitFor();
      const published = "2024-03-15T12:20:00+00:00";
      Object.assign(budget.metas.default, { metadata_processed: published, data_processed: published });
      portal.datasets.push(budget);
      now = "2024-03-18T12:00:00Z";
      await page.getByLabel("Number of polls").fill("3");
      await page.getByLabel("Simulated time between polls").selectOption("every day");
      await page.getByRole("button", { name: "Poll 3 times" }).click();
      await expect
        .poll(() => newest(page).innerText(), { timeout: 60_000 })
        .toMatch(/Succeeded[\s\S]*poll 3/);
      const first = page
        .getByRole("listbox", { name: "Runs" })
        .getByRole("option")
        .filter({ hasText: "poll 1" });
      await expect.poll(() => first.innerText()).toMatch(/→ 1 new/);
      await first.click();
      await stages.getByRole("option", { name: /dedupe/i }).click();
      await expect
        .poll(() => page.getByRole("list", { name: "Items of the poll" }).innerText())
        .toMatch(/new\s+da_bu6g3t\s+triggers the Zap/);
      // The picture of README.md: ZAPC_PICTURE=docs/studio.png npx vitest run --mode all test/studio/page/portal-walk.test.ts
      if (process.env.ZAPC_PICTURE) await page.screenshot({ path: process.env.ZAPC_PICTURE });

      await page.getByRole("button", { name: "Save as test…" }).click();
      await page.getByLabel(/Name of the test/).fill("A dataset that is published triggers once");
      await page.getByRole("button", { name: "Show what would be written" }).click();
      const test = "test/a-dataset-that-is-published-triggers-once.test.ts";
      const source = page.getByRole("textbox", { name: test });
      await source.waitFor({ timeout: 60_000 });
      expect(await source.innerText()).toContain("da_bu6g3t");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText(`Saved: ${test}`).waitFor();

      await operation(page, "New Dataset Event");
      await page.getByLabel(/^Subscriptions URL/).fill("https://pipeline.example.com/subscriptions");
      await page.getByRole("button", { name: "Turn on" }).click();
      await page.getByText("It receives hooks.").waitFor();
      expect(pipeline.requests.map(({ method }) => method)).toEqual(["POST"]);
      const hooks = await page.locator(".zap code.address").innerText();
      const event = { event: "published", dataset_id: "city-budget", title: "City budget", at: published };
      const sent = await fetch(hooks, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(event),
      });
      expect(sent.status).toBe(200);
      await expect
        .poll(() => newest(page).innerText(), { timeout: 30_000 })
        .toMatch(/Succeeded[\s\S]*hook[\s\S]*1 item/i);

      await operation(page, "Publish Dataset");
      await page.getByLabel(/^Dataset/).fill("da_bu6g3t");
      await page.getByRole("button", { name: "Run the action" }).click();
      await expect.poll(() => newest(page).innerText(), { timeout: 30_000 }).toMatch(/Succeeded[\s\S]*Write/);

      expect(runSavedTests(folder)).toContain("1 passed");
    });
  },
);
