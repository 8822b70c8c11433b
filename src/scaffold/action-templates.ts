import { begun, item, type Template, thing } from "./step.ts";
import type { TemplateName } from "./template-names.ts";

const title = { key: "title", label: "Title", type: "unicode", required: true };

const plain: Template = (step) => ({
  parts: {
    types: ["Action", "ActionMethods", "PostWrite", "WriteResult"],
    definition: { ...begun(step), url: step.url, fields: [title], sample: thing },
    body: `${item}

/** The fields are sent as JSON. Later steps of the Zap can use the result. */
export function post_write(bundle: PostWrite<typeof action>): WriteResult {
  const { id, title } = z.JSON.parse<Item>(bundle.response.content);
  return { id, title };
}`,
    methods: ["post_write"],
  },
  tests: [
    {
      name: `${step.key} sends the fields and gives the result`,
      answers: { [`POST ${step.url}`]: thing },
      lines: [
        `const run = await sim.write(${JSON.stringify(step.key)}, {`,
        '  action_fields: { title: "Printer on fire" },',
        "});",
        'expect(run).toResultIn({ id: 7, title: "Printer on fire" });',
        "expect(run).toHaveRequested({",
        '  method: "POST",',
        `  url: ${JSON.stringify(step.url)},`,
        '  body: { title: "Printer on fire" },',
        "});",
      ],
    },
  ],
});

const customFields: Template = (step) => {
  const made = plain(step);
  const fields = `${step.api}/fields`;
  return {
    parts: {
      types: ["CustomFields", "PostCustomActionFields", ...made.parts.types],
      definition: { ...made.parts.definition, custom_fields_url: fields },
      body: `${made.parts.body}

interface ApiField {
  name: string;
  title: string;
}

/** Further fields to fill in, as the account has defined them. */
export function post_custom_action_fields(bundle: PostCustomActionFields<typeof action>): CustomFields {
  return z.JSON.parse<ApiField[]>(bundle.response.content).map(({ name, title }) => ({
    type: "unicode",
    key: name,
    label: title,
    required: false,
  }));
}`,
      methods: ["post_write", "post_custom_action_fields"],
    },
    tests: [
      ...made.tests,
      {
        name: `${step.key} has the account's own fields`,
        answers: { [`GET ${fields}`]: [{ name: "size", title: "Size of the Fire" }] },
        lines: [
          `const run = await sim.customFields({ action: ${JSON.stringify(step.key)} });`,
          'expect(run.fields).toMatchObject([{ key: "size", label: "Size of the Fire" }]);',
        ],
      },
    ],
  };
};

/** By the names that `zapc add action --template` takes. */
export const actionTemplates: { readonly [name in TemplateName<"action">]: Template } = {
  plain,
  custom_fields: customFields,
};
