import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startChromium, withoutChromium } from "../../review/browser/chromium.ts";
import { textOf } from "./fake-studio.ts";
import { detail, operations, row, state } from "./fixtures.ts";
import { lastCall, openStudio, placeOf } from "./opened-page.ts";

const hostile = `</script><img src=x onerror=alert(1)>`;

describe.skipIf(withoutChromium.isSkipped)(`the studio's page in Chromium${withoutChromium.why}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  test("takes the token out of the address, and a reload still has it", async () => {
    const { page } = await openStudio(browser, { at: "op=triggers/new_ticket" });
    await expect.poll(() => placeOf(page)).toEqual({ op: "triggers/new_ticket" });
    await page.reload();
    expect(await page.getByRole("heading", { name: "New Ticket" }).isVisible()).toBe(true);
  });

  test("says that an address without a token is of no use", async () => {
    const { page, fake } = await openStudio(browser, { complains: true });
    await page.evaluate("sessionStorage.clear()");
    await page.goto("about:blank");
    await page.goto(fake.origin);
    expect(await page.getByRole("alert").textContent()).toBe(
      "This address has no valid token. Open the whole address that zapc studio printed: each start has a new one.",
    );
  });

  test("shows the app, the account, the network, the clock, the runtime and the build", async () => {
    const { page } = await openStudio(browser, { state: { now: "2026-03-01T09:00:00.000Z" } });
    const bar = page.getByRole("banner");
    await expect.poll(() => bar.textContent()).toContain("Deskly studio");
    const names = await bar.getByRole("button").allTextContents();
    expect(names.slice(0, 4)).toEqual([
      "ann@example.com: connected",
      "OFFLINE",
      expect.stringMatching(/1 Mar 2026/),
      "Built",
    ]);
    expect(await bar.getByRole("combobox").inputValue()).toBe("converted");
  });

  test("lists the operations in groups, finds them, and says when none matches", async () => {
    const hiddenFirst = [...operations].sort((a, b) => Number(b.hidden) - Number(a.hidden));
    const { page } = await openStudio(browser, { state: { operations: hiddenFirst } });
    const groups = page.getByRole("listbox", { name: "Operations" }).getByRole("group");
    expect(await groups.evaluateAll((all) => all.map((group) => group.getAttribute("aria-label")))).toEqual([
      "Account",
      "Triggers",
      "Actions",
      "Searches",
      "Hydrators",
    ]);
    expect(await groups.nth(1).getByRole("option").allInnerTexts()).toEqual([
      ...[expect.stringMatching(/^New Ticket/), expect.stringMatching(/^Updated Ticket/)],
      expect.stringMatching(/^Queues[\s\S]*hidden$/),
    ]);
    await page.keyboard.press("/");
    await page.keyboard.type("contact");
    const options = page.getByRole("listbox", { name: "Operations" }).getByRole("option");
    expect(
      await options.evaluateAll((all) =>
        all.map((it) => it.querySelector(".label")?.firstChild?.textContent),
      ),
    ).toEqual(["Create Contact", "Find Contact"]);
    await expect.poll(() => placeOf(page)).toEqual({ find: "contact" });
    await page.keyboard.type(" of nobody");
    expect(await page.getByText("No operation matches “contact of nobody”.").isVisible()).toBe(true);
  });

  test("the keyboard goes from the operations to the form, runs it, and comes back", async () => {
    const { page, fake } = await openStudio(browser);
    fake.answers["POST /api/run"] = () => {
      fake.details.set("run-9", { ...detail, ...row({ id: "run-9", number: 9, kind: "test" }) });
      fake.row(row({ id: "run-9", number: 9, kind: "test" }));
      return { id: "run-9" };
    };
    await page.keyboard.press("/");
    await page.keyboard.type("new");
    await page.keyboard.press("Enter");
    await expect.poll(() => placeOf(page)).toMatchObject({ op: "triggers/new_ticket" });
    await page.getByLabel("Queue (required)").focus();
    await page.keyboard.type("support");
    await page.keyboard.press("Control+Enter");
    await expect
      .poll(() => lastCall(fake, "POST /api/run"))
      .toEqual({
        kind: "test",
        operation: "triggers/new_ticket",
        fields: { queue: "support" },
        runtime: "converted",
      });
    await expect.poll(() => placeOf(page).run).toBe("run-9");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect.poll(() => placeOf(page).run).toBe(undefined);
    await page.keyboard.press("Escape");
    await expect.poll(() => placeOf(page).op).toBe(undefined);
  });

  test("each type of field gives its value", async () => {
    const { page, fake } = await openStudio(browser, { at: "op=actions/create_ticket" });
    fake.answers["POST /api/run"] = { id: "run-5" };
    await page.getByLabel("Title (required)").fill("Fire");
    await page.getByLabel("Description").fill("Two\nlines");
    await page.getByRole("button", { name: "Add an entry to More values" }).click();
    await page.getByLabel("More values: key 1").fill("colour");
    await page.getByLabel("More values: value 1").fill("red");
    await page.getByLabel("Article").fill("A1");
    await page.getByLabel("Count", { exact: true }).fill("2");
    await page.getByRole("button", { name: "Add a line" }).click();
    await page.getByLabel("Article").nth(1).fill("B2");
    await page.getByRole("button", { name: "Run the action" }).click();
    await expect
      .poll(() => lastCall(fake, "POST /api/run"))
      .toEqual({
        kind: "write",
        operation: "actions/create_ticket",
        fields: {
          title: "Fire",
          body: "Two\nlines",
          extra: { colour: "red" },
          lines: [{ sku: "A1", count: "2" }, { sku: "B2" }],
        },
        runtime: "converted",
      });
  });

  test("choices, lists and booleans give their values", async () => {
    const { page, fake } = await openStudio(browser, { at: "op=triggers/new_ticket" });
    fake.answers["POST /api/run"] = { id: "run-1" };
    await page.getByLabel("Priority").selectOption("High");
    await page.getByLabel("Tags 1").fill("a");
    await page.getByRole("button", { name: "Add a value to Tags" }).click();
    await page.getByLabel("Tags 2").fill("b");
    await page.getByLabel("Urgent only").selectOption("Yes");
    await page.getByRole("button", { name: "Poll", exact: true }).click();
    await expect
      .poll(() => lastCall(fake, "POST /api/run"))
      .toMatchObject({
        kind: "poll",
        fields: { priority: "3", tags: ["a", "b"], urgent: "true" },
      });
  });

  test("a dynamic dropdown asks for its choices, page by page", async () => {
    const { page, fake } = await openStudio(browser, { at: "op=triggers/new_ticket" });
    fake.answers["POST /api/choices"] = ({ page: asked }: { page: number }) =>
      asked === 0
        ? { choices: [{ value: "support", label: "Support" }], run: "run-1", has_more: true }
        : { choices: [{ value: "sales", label: "Sales" }], run: "run-1", has_more: false };
    await page.getByRole("button", { name: "Load choices of Queue" }).click();
    await page.getByRole("button", { name: "Load more choices of Queue" }).click();
    await expect
      .poll(() => page.getByLabel("Queue (required)").locator("option").allTextContents())
      .toEqual(["No value", "Support (support)", "Sales (sales)"]);
    expect(lastCall(fake, "POST /api/choices")).toEqual({
      operation: "triggers/new_ticket",
      fields: {},
      field: "queue",
      page: 1,
    });
    await page.getByRole("button", { name: "Show how they were asked for" }).click();
    await expect.poll(() => placeOf(page).run).toBe("run-1");
  });

  test("custom fields and search connectors ask", async () => {
    const { page, fake } = await openStudio(browser, { at: "op=actions/create_ticket" });
    fake.answers["POST /api/custom-fields"] = { fields: [{ key: "colour", label: "Colour" }], run: "run-1" };
    fake.answers["POST /api/search-connector"] = { value: "support", run: "run-1" };
    await page.getByRole("button", { name: "Load custom fields" }).click();
    await page.getByLabel("Colour").fill("red");
    expect(await page.getByText("The API defines 1 custom field.").isVisible()).toBe(true);
    await page.getByRole("option", { name: "New Ticket" }).click();
    await page.getByText("Find Queue by “Find Contact”").click();
    await page.getByLabel("E-mail (required)").fill("ann@example.com");
    await page.getByRole("button", { name: "Find Queue" }).click();
    await expect.poll(() => page.getByLabel("Queue (required)").inputValue()).toBe("support");
    expect(lastCall(fake, "POST /api/search-connector")).toEqual({
      operation: "triggers/new_ticket",
      fields: { email: "ann@example.com" },
      field: "queue",
    });
  });

  test("a Zap polls days of simulated time, receives a typed hook, and is turned off", async () => {
    const { page, fake } = await openStudio(browser, { at: "op=triggers/new_ticket" });
    fake.answers["POST /api/run"] = { id: "run-4" };
    await page.getByLabel("Number of polls").fill("3");
    await page.getByLabel("Simulated time between polls").selectOption("every day");
    await page.getByRole("button", { name: "Poll 3 times" }).click();
    await expect
      .poll(() => lastCall(fake, "POST /api/run"))
      .toEqual({ kind: "zap_poll", zap: "zap-1", polls: 3, every_minutes: 1_440 });
    await page.getByRole("option", { name: "Updated Ticket" }).click();
    expect(await page.getByText("http://127.0.0.1:4000/hooks/5f1c").isVisible()).toBe(true);
    await page.getByText("Type or paste a hook").click();
    const editor = page.getByRole("textbox", { name: "Body of the hook" });
    await editor.fill('{ "id": 12 }');
    await page.getByRole("button", { name: "Send the hook" }).click();
    await expect
      .poll(() => lastCall(fake, "POST /api/run"))
      .toEqual({ kind: "hook", zap: "zap-2", body: { id: 12 } });
    await page.getByRole("button", { name: "Turn off" }).click();
    await expect.poll(() => lastCall(fake, "POST /api/run")).toEqual({ kind: "turn_off", zap: "zap-2" });
  });

  test("a row of the runs has words and figures, never JSON", async () => {
    const { page } = await openStudio(browser, { at: "op=triggers/new_ticket" });
    const rows = page.getByRole("listbox", { name: "Runs" }).getByRole("option");
    expect((await rows.allInnerTexts()).map((text) => text.split(/\s*\n\s*/).join(" | "))).toEqual([
      expect.stringMatching(
        /^#4 .*Succeeded.*Poll.*poll 2.*143 ms.*4 items → 1 new · HTTP 200 · 2 requests$/,
      ),
      expect.stringMatching(/^#3 .*Succeeded.*poll 1.*143 ms.*3 items → 2 new.*pinned.*edited$/),
      expect.stringMatching(
        /^#2 .*Error.*Test.*editor.*HTTP 500 · 2 requests · ResponseError: the API answered 500$/,
      ),
      expect.stringMatching(/^#1 .*Succeeded.*Poll.*manual/),
    ]);
    await page.getByRole("button", { name: "Show failed only" }).click();
    expect(await rows.count()).toBe(1);
    await expect.poll(() => placeOf(page)).toMatchObject({ runs: "failed" });
  });

  test("10,000 runs are a list of which few rows are rendered", async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => row({ id: `r${index}`, number: index + 1 }));
    const { page } = await openStudio(browser, { at: "op=triggers/new_ticket", state: { runs: many } });
    const list = page.getByRole("listbox", { name: "Runs" });
    expect(await list.getByRole("option").count()).toBeLessThan(60);
    await list.focus();
    await page.keyboard.press("End");
    await expect.poll(() => list.getByRole("option", { selected: true }).textContent()).toMatch(/^#1[^0]/);
  });

  test("says that older runs are no longer kept", async () => {
    const history = { forgotten: 1_200, most_runs: 500, most_bytes: 250 * 2 ** 20 };
    const { page } = await openStudio(browser, { at: "op=triggers/new_ticket", state: { history } });
    const note = page.getByText("1,200 older ones no longer kept");
    expect(await note.getAttribute("title")).toBe(
      "The list keeps 500 runs, and no more than 250 MB of them.",
    );
  });

  test("says what became of a run while it runs, and cancels it", async () => {
    const running = row({ id: "run-9", number: 9, status: "running", stage: "new_ticket_post_poll" });
    const { page, fake } = await openStudio(browser, { at: "run=run-9", state: { runs: [running] } });
    expect(await page.getByText("new_ticket_post_poll, ").isVisible()).toBe(true);
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect.poll(() => lastCall(fake, "POST /api/cancel")).toEqual({ id: "run-9" });
    fake.row({ ...running, status: "cancelled" });
    await expect.poll(() => page.getByRole("region", { name: "Run 9" }).textContent()).toContain("Cancelled");
  });

  test("a chosen file is sent with its name, its type and its bytes; a large one is not", async () => {
    const { page, fake } = await openStudio(browser, { at: "op=actions/create_ticket" });
    fake.answers["POST /api/file"] = { address: "https://studio-files.invalid/1/dot.png" };
    const choose = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.getByRole("button", { name: "Choose a file for Attachment" }).click(),
      ]);
      await chooser.setFiles(file);
    };
    await choose({ name: "dot.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0, 0xff]) });
    const field = page.getByRole("textbox", { name: "Attachment" });
    await expect.poll(() => field.inputValue()).toBe("https://studio-files.invalid/1/dot.png");
    const sent = { name: "dot.png", type: "image/png", base64: "iVAA/w==" };
    expect(lastCall(fake, "POST /api/file")).toEqual(sent);
    await choose({ name: "film.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(26 * 2 ** 20) });
    await expect
      .poll(() => page.getByText("Failed to take film.mp4: it has more than 23.8 MB.").isVisible())
      .toBe(true);
    expect(lastCall(fake, "POST /api/file")).toEqual(sent);
  });

  test("a failed build shows its findings, and its last script stays runnable", async () => {
    const { page, fake } = await openStudio(browser, { at: "op=triggers/new_ticket" });
    const finding = {
      code: "TS2551",
      severity: "error" as const,
      message: "Property 'color' does not exist.",
      file: "scripting/triggers/new_ticket.ts",
      line: 9,
      column: 39,
      frame: "> 9 | return bundle.color;",
    };
    fake.set({ build: { status: "broken", findings: [finding], has_script: true } });
    await page.getByRole("button", { name: "Show the finding" }).click();
    expect(await page.locator("dialog pre").textContent()).toBe(finding.frame);
    await page.getByRole("button", { name: /^Open in editor/ }).click();
    await expect
      .poll(() => lastCall(fake, "POST /api/open"))
      .toEqual({ file: finding.file, line: 9, column: 39 });
    await page.keyboard.press("Escape");
    expect(await page.getByRole("button", { name: /^Test/ }).isEnabled()).toBe(true);
    fake.set({ build: { status: "broken", findings: [finding], has_script: false } });
    expect(await page.getByText("There is no script to run: the build is broken.").isVisible()).toBe(true);
  });

  test("stays readable while the server is gone, changes nothing, and comes back", async () => {
    const { page, fake } = await openStudio(browser, { at: "op=triggers/new_ticket", complains: true });
    await fake.close();
    await expect
      .poll(() => page.getByRole("alert").first().textContent())
      .toContain("The studio's server is gone.");
    expect(await page.getByRole("heading", { name: "New Ticket" }).isVisible()).toBe(true);
    const run = page.getByRole("button", { name: /^Test/ });
    expect(await run.isDisabled()).toBe(true);
    await fake.reopen();
    await expect.poll(() => run.isDisabled(), { timeout: 10_000 }).toBe(false);
    expect(await page.getByText("The studio's server is gone.").count()).toBe(0);
  });

  test("shows what a refusal says", async () => {
    const { page, fake } = await openStudio(browser, { at: "op=triggers/new_ticket", complains: true });
    fake.refuse("POST /api/run", { error: "OFFLINE: nothing is sent.", hint: "Go live." });
    await page.getByRole("button", { name: "Poll", exact: true }).click();
    await expect
      .poll(() => page.locator(".notice.bad").textContent())
      .toBe("OFFLINE: nothing is sent. Go live.");
  });

  test("text is never HTML", async () => {
    const operations = state.operations.map((operation) => ({ ...operation, label: hostile, help: hostile }));
    const fields = {
      ...detail,
      logs: [{ level: "log" as const, text: hostile, method: hostile }],
      result: textOf(hostile),
    };
    const { page } = await openStudio(browser, {
      at: "op=triggers/new_ticket&run=run-1",
      state: { operations, app: { name: hostile, script: hostile } },
      before: (fake) => fake.details.set("run-1", fields),
    });
    await page.getByRole("tab", { name: "Console" }).click();
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain(hostile);
  });

  test("Ctrl+K finds and performs a command", async () => {
    const { page } = await openStudio(browser);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("go find contact");
    await page.keyboard.press("Enter");
    await expect.poll(() => placeOf(page)).toEqual({ op: "searches/find_contact" });
    expect(await page.locator("dialog").count()).toBe(0);
  });

  test("accounts are selected, added, connected and forgotten; secrets do not come back", async () => {
    const { page, fake } = await openStudio(browser);
    fake.answers["POST /api/connection"] = { id: "c2" };
    fake.answers["POST /api/connection/connect"] = { grant: "https://deskly.example/grant", run: "run-1" };
    fake.answers["POST /api/connection/grant"] = { run: "run-1" };
    await page.getByRole("button", { name: /ann@example.com/ }).click();
    await page.getByRole("button", { name: "Add an account" }).click();
    await page.getByLabel("Name of the account").fill("Other");
    await page.getByLabel("E-mail").fill("bob@example.com");
    const password = page.getByLabel("Password");
    expect(await password.getAttribute("type")).toBe("password");
    await password.fill("secret");
    await page.getByRole("button", { name: "Save and connect" }).click();
    await expect
      .poll(() => lastCall(fake, "POST /api/connection"))
      .toEqual({
        name: "Other",
        auth_fields: { email: "bob@example.com", password: "secret" },
        remember: false,
      });
    const grant = page.getByRole("link", { name: "Grant access" });
    expect(await grant.getAttribute("href")).toBe("https://deskly.example/grant");
    await page.getByLabel(/The address or the code/).fill("code-1");
    await page.getByRole("button", { name: "Use it" }).click();
    await expect
      .poll(() => lastCall(fake, "POST /api/connection/grant"))
      .toEqual({ id: "c2", pasted: "code-1" });
    await page.getByRole("button", { name: "Forget Test account" }).click();
    await expect.poll(() => lastCall(fake, "POST /api/connection/forget")).toEqual({ id: "c1" });
  });

  test("the network and the clock are set", async () => {
    const { page, fake } = await openStudio(browser);
    await page.getByRole("button", { name: "OFFLINE" }).click();
    await page.getByRole("button", { name: "Go live" }).click();
    await expect.poll(() => lastCall(fake, "POST /api/live")).toEqual({ live: true });
    await page.getByRole("button", { name: "Present time" }).click();
    await page.getByLabel("Date and time, in UTC").fill("2026-03-01T09:00:00");
    await page.getByRole("button", { name: "Set the clock" }).click();
    await expect.poll(() => lastCall(fake, "POST /api/clock")).toEqual({ now: "2026-03-01T09:00:00.000Z" });
  });
});
