// A preload: `node --import ./test/output/kill-at.mjs`. Kills the process at one of its operations on files of a folder, and
// before that lets a rename fail. Half a file counts as an operation of its own.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { resolve } from "node:path";

const folder = process.env.ZAPC_KILL_IN;
const killAt = Number(process.env.ZAPC_KILL_AT);
const failingRename = Number(process.env.ZAPC_FAILING_RENAME);
let operations = 0;
let renames = 0;

function step() {
  operations += 1;
  if (operations === killAt) process.kill(process.pid, "SIGKILL");
}

for (const name of ["mkdirSync", "writeFileSync", "copyFileSync", "renameSync", "rmSync"]) {
  const real = fs[name];
  fs[name] = (path, ...rest) => {
    if (!resolve(String(path)).startsWith(folder)) return real(path, ...rest);
    step();
    if (name === "writeFileSync") {
      const [content, options] = rest;
      real(path, content.slice(0, content.length / 2), options);
      step();
      return real(path, content, { ...options, flag: "w" });
    }
    if (name === "renameSync") {
      renames += 1;
      if (renames === failingRename) {
        throw Object.assign(new Error("EPERM: operation not permitted, rename"), {
          code: "EPERM",
          syscall: "rename",
        });
      }
    }
    return real(path, ...rest);
  };
}
syncBuiltinESMExports();
