import type { Browser, Locator, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { complaintsOf } from "../../review/browser/chromium.ts";
import type { OpenStudio } from "../server/open.ts";

/** Opens the page of a studio until the test ends, which fails if the browser complains. */
export async function openPage(
  browser: Browser,
  { origin, token }: Pick<OpenStudio, "origin" | "token">,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints = complaintsOf(page, origin);
  onTestFinished(() => expect(complaints).toEqual([]));
  await page.goto(`${origin}/#token=${token}`);
  await page.getByRole("listbox", { name: "Operations" }).waitFor();
  return page;
}

/** Selects an operation by its label. */
export function operation(page: Page, name: string): Promise<void> {
  return page.getByRole("option", { name, exact: false }).first().click();
}

/** The newest run in the list. */
export function newest(page: Page): Locator {
  return page.getByRole("listbox", { name: "Runs" }).getByRole("option").first();
}

/** Waits until the opened run has ended. */
export function ended(page: Page): Promise<void> {
  const status = page.locator(".run-head .status");
  return status.filter({ hasText: /Succeeded|Refreshed|Error|Halted|Stopped|Turned off/ }).waitFor();
}
