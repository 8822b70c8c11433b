import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** All temporary files of a run are in a folder of its own, which is removed at the end. */
export default function setUp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "zapc-test-run-"));
  // Some tests run the command as another user.
  chmodSync(folder, 0o1777);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
