import type { PostSearch, Search, SearchMethods, SearchResults } from "zapc";

export const search = {
  label: "Find Agent",
  noun: "Agent",
  help_text: "Finds an agent by name.",
  url: "https://{{domain}}/api/agents",
  fields: [{ key: "name", label: "Name", type: "unicode", required: true }],
  sample: { id: 3, name: "Ann Example", on_duty: true },
} as const satisfies Search;

interface Agent {
  id: number;
  name: string;
  on_duty: boolean;
}

/** One match is used: an agent with exactly this name, else one who is on duty. */
export function post_search(bundle: PostSearch<typeof search>): SearchResults {
  const { agents } = z.JSON.parse<{ agents: Agent[] }>(bundle.response.content);
  const { name } = bundle.search_fields;
  return _.sortBy(agents, (agent) => [agent.name !== name, !agent.on_duty].map(Number).join());
}

({ post_search }) satisfies SearchMethods<typeof search>;
