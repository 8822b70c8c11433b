const seen: string[] = [];

function run(how: "return" | "throw" | "continue"): string {
  for (let round = 0; round < 2; round++) {
    try {
      seen.push(how + round);
      if (how === "return") return "tried";
      if (how === "throw") throw new Error("lost");
      continue;
    } finally {
      if (round === 1) seen.push("last");
      if (how === "throw") break;
    }
  }
  return "after";
}

export function feature(): unknown {
  return [run("return"), run("throw"), run("continue"), seen];
}
