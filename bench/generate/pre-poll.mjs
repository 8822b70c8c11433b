// Ways to write `pre_poll`. Each gets what a trigger is about and gives the method with its helpers.

/** A condition on each of a trigger's filters, assigned to the prepared request. */
const assignments = {
  status: 'if (status) request.params["filter[status]"] = status;',
  owner: 'if (owner !== undefined) request.params["filter[owner]"] = owner;',
  search: "if (search) request.params.q = search.trim();",
  tags: 'if (tags?.length) request.params["filter[tags]"] = tags.map((tag) => tag.toLowerCase()).join(",");',
  minimum: 'if (minimum !== undefined) request.params["filter[total]"] = `>=${minimum.toFixed(2)}`;',
  archived: 'request.params.state = archived ? "all" : "active";',
  days: 'request.params["filter[since]"] = daysAgo(days);',
};

function assigned({ filters, sort }) {
  return `export function pre_poll(bundle: PrePoll<typeof trigger>): RequestResult {
  const { request, trigger_fields } = bundle;
  const { ${filters.join(", ")} } = trigger_fields;
  request.params["page[size]"] = bundle.meta.frontend ? SAMPLES : PAGE_SIZE;
  // The newest first: what comes after the first page was seen before.
  request.params.sort = "-${sort}";
${filters.map((key) => `  ${assignments[key]}`).join("\n")}
  return request;
}
`;
}

const properties = {
  status: 'status: status ?? "any"',
  owner: "owner",
  search: "q: search && search.trim()",
  tags: 'tags: tags && tags.join(",")',
  minimum: "min_total: minimum",
  archived: 'state: archived ? "all" : "active"',
  days: "since: daysAgo(days)",
};

function spread({ filters, sort, noun }) {
  return `export function pre_poll({ request, trigger_fields, meta }: PrePoll<typeof trigger>): RequestResult {
  const { ${filters.join(", ")} } = trigger_fields;
  const limit = meta.frontend ? SAMPLES : PAGE_SIZE;
  return {
    ...request,
    headers: { ...request.headers, "X-Client": \`zapier/\${request.method.toLowerCase()}-${noun}\` },
    params: {
      ...request.params,
${filters.map((key) => `      ${properties[key]},`).join("\n")}
      order: "${sort} desc",
      limit,
    },
  };
}
`;
}

const calls = {
  status: '.where("status", status)',
  owner: '.where("owner_id", owner)',
  search: '.where("text", search?.trim())',
  tags: '.where("tags", (tags ?? []).join("|"))',
  minimum: '.where("total_from", minimum)',
  archived: '.where("archived", archived ?? false)',
  days: '.where("since", daysAgo(days))',
};

function chained({ filters, sort }) {
  return `export function pre_poll(bundle: PrePoll<typeof trigger>): RequestResult {
  const { ${filters.join(", ")} } = bundle.trigger_fields;
  const query = new Query(bundle.meta.frontend ? SAMPLES : PAGE_SIZE)
${filters.map((key) => `    ${calls[key]}`).join("\n")}
    .orderedBy("${sort}");
  return { ...bundle.request, params: query.params };
}
`;
}

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: they are the generated program's
const terms = {
  status: "if (status) terms.push(`status:${status}`);",
  owner: "if (owner) terms.push(`owner:${owner}`);",
  search: "if (search) terms.push(quoted(search));",
  tags: "for (const tag of tags || []) {\n    if (tag.trim()) terms.push(`tag:${quoted(tag)}`);\n  }",
  minimum: "if (minimum) terms.push(`total>=${minimum}`);",
  archived: 'if (!archived) terms.push("-is:archived");',
  days: "terms.push(`since:${daysAgo(days).slice(0, 10)}`);",
};
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above

function searched({ filters, sort }) {
  return `export function pre_poll(bundle: PrePoll<typeof trigger>): RequestResult {
  const { request } = bundle;
  const { ${filters.join(", ")} } = bundle.trigger_fields;
  const terms: string[] = ["order:${sort}"];
${filters.map((key) => `  ${terms[key]}`).join("\n")}
  // All of the conditions must hold.
  request.params.query = terms.join(" ");
  request.params.per_page = bundle.meta.frontend ? SAMPLES : PAGE_SIZE;
  return request;
}

/** In the API's search language, so that what a user types stays what it is. */
function quoted(text: string): string {
  return \`"\${text.trim().replace(/[\\\\"]/g, "\\\\$&")}"\`;
}
`;
}

function posted({ filters, sort, plural }) {
  return `export function pre_poll({ request, trigger_fields, meta }: PrePoll<typeof trigger>): RequestResult {
  const { ${filters[0]}, ...others } = trigger_fields;
  // The search endpoint takes its conditions as JSON.
  const conditions = { ...others, ${properties[filters[0]]} };
  const page = { size: meta.frontend ? SAMPLES : PAGE_SIZE, sort: [{ ${sort}: "desc" }] };
  return {
    url: \`\${request.url.replace(/\\/${plural}$/, "")}/search/${plural}\`,
    method: "POST",
    headers: { ...request.headers, "Content-Type": "application/json" },
    data: z.JSON.stringify({ conditions, page }),
  };
}
`;
}

export const prePolls = [assigned, spread, chained, searched, posted];
