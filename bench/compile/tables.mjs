// The tables of bench/README.md.

/** The time of each tool, also as a ratio to tsup's. */
export function contestantTable(triggers, results) {
  const { seconds, bytes } = results.get("tsup");
  const rows = [...results].map(([name, it]) => [
    name,
    it.seconds.toFixed(3),
    (it.seconds / seconds).toFixed(2),
    it.memory === undefined ? "–" : (it.memory / 2 ** 20).toFixed(0),
    (it.bytes / 1000).toFixed(1),
    (it.bytes / bytes).toFixed(2),
  ]);
  const head = ["", "s", "of tsup's", "peak memory, MiB", "output, KB", "of tsup's"];
  return `${triggers} triggers, ${triggers * 3} methods:\n\n${table(head, rows)}`;
}

const TYPESCRIPT = "TypeScript 5.9, module by module";

/** The time of a zapc of so many triggers, of tsup's. */
const timeOfTsup = (name, triggers) => (at) => at(triggers, `zapc, ${name}`) / at(triggers, "tsup");

/** The targets, and whether each is met. */
const targets = [
  { what: "after an edit, 50 triggers: of tsup's time", most: 0.75, of: timeOfTsup("after an edit", 50) },
  { what: "without a cache, 50 triggers: of tsup's time", most: 2.2, of: timeOfTsup("without a cache", 50) },
  {
    what: "without a cache, 500 triggers: of tsup's time",
    most: 3.5,
    of: timeOfTsup("without a cache", 500),
  },
  { what: "rebuild while watching, 50 triggers: of tsup's time", most: 0.3, of: timeOfTsup("watching", 50) },
  {
    what: "output, 50 triggers: of TypeScript's bytes",
    most: 1,
    of: (_, bytes) => bytes("zapc, after an edit") / bytes(TYPESCRIPT),
  },
  ...["zapc, without a cache", "zapc, after an edit", "zapc, watching"].map((name) => ({
    what: `${name}: time for 500 triggers, of that for 5`,
    most: 100,
    of: (at) => at(500, name) / at(5, name),
  })),
];

export function targetTable(measured) {
  const at = (triggers, name) => measured.get(triggers)?.get(name).seconds ?? Number.NaN;
  const bytes = (name) => measured.get(50).get(name).bytes;
  const rows = targets.flatMap(({ what, most, of }) => {
    const value = of(at, bytes);
    if (Number.isNaN(value)) return [];
    return [[what, String(most), value.toFixed(2), value <= most ? "yes" : "no"]];
  });
  return `The targets:\n\n${table(["", "at most", "measured", "met"], rows)}`;
}

function table(head, rows) {
  const lines = [head, head.map((_, index) => (index ? "--:" : "---")), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
