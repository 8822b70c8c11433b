import { spawn } from "node:child_process";

/** The programs that open a page in a browser. */
const openers: { readonly [platform in NodeJS.Platform]?: readonly [string, ...string[]] } = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/** Opens a file or an address in the user's browser; says which one to open where there is none. */
export function openInBrowser(page: string): void {
  const [command, ...args] = openers[process.platform] ?? ["xdg-open"];
  const opened = spawn(command, [...args, page], { stdio: "ignore", detached: true });
  opened.on("error", () => console.error(`No browser was found. Open ${page} yourself.`));
  opened.unref();
}
