import { describe } from "vitest";
import { makeAttempts } from "../simulator/escape/arena.ts";
import { lured, ownWays } from "../simulator/escape/attempts.ts";

describe("no function of Node.js hands another realm to what is not what it seems:", () => {
  makeAttempts("converted", lured);
});

describe("on the legacy runtime, no attempt reaches another realm:", () => {
  makeAttempts("legacy", ownWays);
});
