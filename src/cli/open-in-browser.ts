import { openProgram } from "../studio/session/open-program.ts";

/** The programs that open a page in a browser. */
const openers: { readonly [platform in NodeJS.Platform]?: readonly [string, ...string[]] } = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/** Opens a file or an address in the user's browser; says which one to open where there is none. */
export function openInBrowser(page: string): void {
  const [command, ...args] = openers[process.platform] ?? ["xdg-open"];
  openProgram(command, [...args, page], () => console.error(`No browser was found. Open ${page} yourself.`));
}
