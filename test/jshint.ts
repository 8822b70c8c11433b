import { JSHINT } from "jshint";
import { runtimeGlobals } from "../src/model/runtime-globals.ts";

/** The lines that the platform's editor marks in a script: JSHint, in strict mode, knowing the platform's globals. */
export function jshint(code: string): string[] {
  const globals = Object.fromEntries(runtimeGlobals.map((name) => [name, false]));
  JSHINT(code, { esversion: 5, strict: "global", undef: true }, globals);
  return JSHINT.errors.map(({ line, character, reason }) => `${line}:${character} ${reason}`);
}
