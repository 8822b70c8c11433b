interface Dataset {
  dataset_id: string;
  title?: string;
  records_count?: number;
}

class Query {
  readonly asked: string[] = [];

  where(name: string, value: string | number): this {
    if (value !== "" && value !== 0 && name.length > 0) this.asked.push(`${name}=${encodeURIComponent(value)}`);
    return this;
  }
}

function described({ dataset_id, title = "without a title", records_count = 0 }: Dataset, language: string) {
  return { dataset_id, title, records_count, language, url: `https://data.example/explore/${dataset_id}` };
}

function counted(datasets: readonly Dataset[]): number {
  let count = 0;
  for (let index = 0; index < datasets.length && count < 1000; index++) count += datasets[index]?.records_count ?? 0;
  return count;
}

function asked(text: string): string[] {
  return new Query().where("text", text).where("language", "fr").where("timezone", "Europe/Paris").asked;
}

function counting(names: readonly string[], asked: { readonly [name: string]: boolean | undefined }) {
  const found = { names: names.length, all: names.filter((name) => name !== "the name of nobody"), each: names.map((name) => {
    const isAsked = asked[name] === true;
    return isAsked;
  }) };
  if (names.length > 1 && asked["the name of somebody"] !== false && found.names > 0) names.forEach((name) => {
    found.names += name.length;
  });
  return found;
}

export function feature(): unknown {
  const short = { dataset_id: "a", records_count: 3 };
  const first = described({ dataset_id: "roads", title: "Roads of the region", records_count: 12 }, "fr");
  return [first, described(short, "en"), counted([first, short]), asked("é"), counting(["a", "bc"], { bc: true })];
}
