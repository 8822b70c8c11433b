import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { missing } from "../../missing.ts";

const program = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "chromium"))
  .find((file) => existsSync(file));

/** True if the tests in Chromium are skipped. */
export const withoutChromium = missing({
  isInstalled: program !== undefined,
  install: "apt-get install chromium",
});

/** Starts the Chromium of this machine. */
export function startChromium(): Promise<Browser> {
  // CI runs as root, and Chromium's sandbox does not.
  return chromium.launch({ executablePath: program ?? "chromium", args: ["--no-sandbox"] });
}

/**
 * The complaints about a page: errors, and requests for anything but itself.
 *
 * @param origin - where the page is served; absent for a file
 */
export function complaintsOf(page: Page, origin = "file:"): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:")) complaints.push(`request: ${url}`);
  });
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return complaints;
}
