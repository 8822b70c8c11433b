// The third method of a trigger: labels for its items' keys, or what a hook brings.

function labelled({ Type }) {
  return `export function post_custom_trigger_fields({ response }: PostCustomTriggerFields<typeof trigger>): CustomFields {
  const { data } = api.parse<Page<{ key: string; name?: string; kind?: string }>>(response);
  return data.map(({ key, name = titled(key), kind = "text" }) => ({
    key: \`custom__\${key}\`,
    label: name,
    type: kind === "number" ? "float" : "unicode",
    help_text: \`Of the kind "\${kind}" in Ledgerly's settings for ${Type}.\`,
  }));
}
`;
}

function switched() {
  return `interface Definition {
  key: string;
  kind?: "text" | "number" | "date" | "choice";
  options?: string[];
}

export function post_custom_trigger_fields(bundle: PostCustomTriggerFields<typeof trigger>): CustomFields {
  const { data } = api.parse<Page<Definition>>(bundle.response);
  const fields: CustomFields = [];
  for (const definition of data) {
    // The API keeps what was deleted, under a key that begins with an underscore.
    if (/^_/.test(definition.key)) continue;
    fields.push({ key: definition.key, label: titled(definition.key), type: typeOf(definition) });
  }
  return fields;
}

function typeOf({ kind = "text", options = [] }: Definition) {
  switch (kind) {
    case "number":
      return "float";
    case "date":
      return "datetime";
    case "choice":
      return options.length > 20 ? "text" : "unicode";
    default:
      return "unicode";
  }
}
`;
}

function asked({ noun, filters }) {
  return `export function pre_custom_trigger_fields(
  bundle: PreCustomTriggerFields<typeof trigger>,
): RequestResult {
  const { request, trigger_fields } = bundle;
  const names = ["${noun}", ...Object.keys(trigger_fields)];
  const { ${filters[0]}: asked } = trigger_fields;
  return {
    ...request,
    params: { ...request.params, scope: names.join(","), exact: asked !== undefined, locale: "en" },
  };
}
`;
}

function caught({ Type, noun }) {
  return `/** A hook brings one record or, after an outage, all that were missed. */
interface Hook {
  event?: string;
  sent_at?: string;
  record?: ${Type};
  missed?: ${Type}[];
}

export function catch_hook(bundle: CatchHook<typeof trigger>): HookResults {
  const { origin } = bundle.auth_fields;
  const { event = "${noun}", sent_at, record, missed = [] } = bundle.cleaned_request as Hook;
  const records = record ? [record, ...missed] : missed;
  const [, action = "changed"] = event.split(".");
  return records.map((${noun}) => ({ ...ITEM(${noun}), action, sent_at: timestamp(sent_at) }));
}
`;
}

const labels = { custom_fields_url: true };

/** Each with the metadata it needs, apart from its code. */
export const thirdMethods = [
  { name: "post_custom_trigger_fields", write: labelled, metadata: labels },
  { name: "post_custom_trigger_fields", write: switched, metadata: labels },
  { name: "pre_custom_trigger_fields", write: asked, metadata: labels },
  { name: "catch_hook", write: caught, metadata: { static_hook: true } },
];
