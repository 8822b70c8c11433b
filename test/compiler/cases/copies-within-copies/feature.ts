interface Given {
  readonly request: { readonly url: string; readonly headers: Record<string, string> };
  readonly pages: readonly (readonly string[])[];
}

// A copy in a copy runs nothing of the author's, so that one call joins all.
function prepared({ request }: Given, accept: string) {
  return { ...request, headers: { ...request.headers, Accept: accept } };
}

// A list without items keeps nothing that a second one would lack.
function flat({ pages }: Given): string[] {
  return ([] as string[]).concat(...pages);
}

// The parts of a value are named after it, even if it has a default.
function first({ filters: { status = "any", tags: [tag = "none"] = [] } = {} }: { filters?: { status?: string; tags?: string[] } }) {
  return `${status} ${tag}`;
}

// The callback has more to say on one line than there is room for.
function labels(fields: readonly Record<string, string | undefined>[]) {
  return fields.filter((it) => it.key).map(({ key, name: label = "Field", type = "unicode", help = "none", example = "nothing" }) => {
    return [key, label, type, help, example].join();
  }).join(" ");
}

export function feature(): unknown {
  const given = { request: { url: "/", headers: { A: "1" } }, pages: [["a"], [], ["b", "c"]] };
  return [prepared(given, "json"), flat(given), first({}), first({ filters: { tags: ["x"] } }), labels([{ key: "k" }, {}])];
}
