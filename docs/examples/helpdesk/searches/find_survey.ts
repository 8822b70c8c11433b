import type { CustomFields, CustomSearchResultFields, Search, SearchMethods } from "zapc";

export const search = {
  label: "Find Survey Answer",
  noun: "Answer",
  help_text: "Finds what a customer answered to the survey.",
  url: "https://{{domain}}/api/survey/answers",
  fields: [{ key: "email", label: "Email", type: "unicode", required: true }],
  sample: { id: 4, q_1: 5 },
} as const satisfies Search;

interface Question {
  id: number;
  text: string;
}

/** Labels `q_1`, `q_2`, … with the questions. */
export function custom_search_result_fields(bundle: CustomSearchResultFields<typeof search>): CustomFields {
  const { domain, session } = bundle.auth_fields;
  const response = z.request({
    url: `https://${domain}/api/survey/questions`,
    headers: { "X-Session": session },
  });
  const questions = z.JSON.parse<Question[]>(response.content);
  return questions.map(({ id, text }) => ({ type: "unicode", key: `q_${id}`, label: text }));
}

({ custom_search_result_fields }) satisfies SearchMethods<typeof search>;
