import { begun, item, type NewStep, type Template, thing } from "./step.ts";
import type { TemplateName } from "./template-names.ts";

const title = { key: "title", label: "Title", type: "unicode", required: true };

const plain: Template = (step) => ({
  parts: {
    types: ["PostSearch", "Search", "SearchMethods", "SearchResults"],
    definition: {
      ...begun(step),
      url: `${step.url}?title={{title}}`,
      resource_url: `${step.url}/{{id}}`,
      fields: [title],
      sample: thing,
    },
    body: `${item}

/** The best match first: the platform uses no other. */
export function post_search(bundle: PostSearch<typeof search>): SearchResults {
  return z.JSON.parse<Item[]>(bundle.response.content);
}`,
    methods: ["post_search"],
  },
  tests: [
    {
      name: `${step.key} gives the first match`,
      answers: { [`GET ${step.url}`]: [thing], [`GET ${step.url}/7`]: thing },
      lines: [
        ...searched(step),
        'expect(run).toResultIn({ id: 7, title: "Printer on fire" });',
        "expect(run).toHaveRequested({",
        '  method: "GET",',
        `  url: ${JSON.stringify(step.url)},`,
        '  params: { title: "Printer on fire" },',
        "});",
      ],
    },
    {
      name: `${step.key} finds nothing`,
      answers: { [`GET ${step.url}`]: [] },
      lines: [...searched(step), "expect(run.items).toEqual([]);", "expect(run.result).toBeUndefined();"],
    },
  ],
});

function searched({ key }: NewStep): string[] {
  return [
    `const run = await sim.search(${JSON.stringify(key)}, {`,
    '  search_fields: { title: "Printer on fire" },',
    "});",
  ];
}

const searchOrCreate: Template = (step) => {
  const { parts, tests } = plain(step);
  return {
    parts: {
      ...parts,
      definition: {
        ...parts.definition,
        search_or_create: step.creates,
        search_or_create_label: `Find or Create ${step.words.noun}`,
      },
    },
    tests: [
      ...tests,
      {
        name: `${step.key} creates what it does not find`,
        answers: { [`GET ${step.url}`]: [], [`POST ${step.url}`]: thing, [`GET ${step.url}/7`]: thing },
        lines: [
          `const run = await sim.search(${JSON.stringify(step.key)}, {`,
          '  search_fields: { title: "Printer on fire" },',
          '  create: { action_fields: { title: "Printer on fire" } },',
          "});",
          "expect(run.created).toBe(true);",
          `expect(run).toHaveRequested(${JSON.stringify(`POST ${step.url}`)});`,
        ],
      },
    ],
  };
};

const customFields: Template = (step) => {
  const { parts, tests } = plain(step);
  const fields = `${step.api}/fields`;
  return {
    parts: {
      types: ["CustomFields", "PostCustomSearchFields", ...parts.types],
      definition: { ...parts.definition, custom_fields_url: fields },
      body: `${parts.body}

interface ApiField {
  name: string;
  title: string;
}

/** Further fields to search by, as the account has defined them. */
export function post_custom_search_fields(bundle: PostCustomSearchFields<typeof search>): CustomFields {
  return z.JSON.parse<ApiField[]>(bundle.response.content).map(({ name, title }) => ({
    type: "unicode",
    key: name,
    label: title,
    required: false,
  }));
}`,
      methods: ["post_search", "post_custom_search_fields"],
    },
    tests: [
      ...tests,
      {
        name: `${step.key} has the account's own fields`,
        answers: { [`GET ${fields}`]: [{ name: "size", title: "Size of the Fire" }] },
        lines: [
          `const run = await sim.customFields({ search: ${JSON.stringify(step.key)} });`,
          'expect(run.fields).toMatchObject([{ key: "size", label: "Size of the Fire" }]);',
        ],
      },
    ],
  };
};

/** By the names that `zapc add search --template` takes. */
export const searchTemplates: { readonly [name in TemplateName<"search">]: Template } = {
  plain,
  search_or_create: searchOrCreate,
  custom_fields: customFields,
};
