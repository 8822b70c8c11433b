// Ways to write `post_poll`, and ways to make an item of a record.
import { attributes, kinds } from "./vocabulary.mjs";

function mapped({ Type, noun }) {
  return `export function post_poll(bundle: PostPoll<typeof trigger>): Results {
  const { origin } = bundle.auth_fields;
  const { data } = api.parse<Page<${Type}>>(bundle.response);
  return data.map((${noun}) => ITEM(${noun}));
}
`;
}

function filtered({ Type, noun, sort }) {
  return `export function post_poll({ response, auth_fields, meta }: PostPoll<typeof trigger>): Results {
  const { origin } = auth_fields;
  const items: Results = [];
  for (const ${noun} of api.parse<Page<${Type}>>(response).data) {
    // An unfinished record comes again with a date.
    if (!${noun}.${sort} && !meta.frontend) continue;
    items.push(ITEM(${noun}));
  }
  return items;
}
`;
}

function latest({ Type, noun, sort }) {
  return `export function post_poll(bundle: PostPoll<typeof trigger>): Results {
  const { origin } = bundle.auth_fields;
  const { data, meta: { total = 0 } = {} } = api.parse<Page<${Type}>>(bundle.response);
  if (total > data.length) console.log(\`\${total - data.length} older ones of \${origin} were left out\`);
  const latest: { [id: string]: ${Type} } = {};
  for (const ${noun} of data) {
    const other = latest[${noun}.id];
    if (!other || (${noun}.${sort} ?? "") > (other.${sort} ?? "")) latest[${noun}.id] = ${noun};
  }
  return Object.keys(latest).map((id) => {
    const ${noun} = latest[id];
    // A change is an item of its own.
    return { ...ITEM(${noun}), id: \`\${id}@\${${noun}.${sort} ?? "never"}\` };
  });
}
`;
}

function nested({ Type, noun }) {
  return `export function post_poll(bundle: PostPoll<typeof trigger>): Results {
  const { origin } = bundle.auth_fields;
  const items: Results = [];
  api.parse<Page<${Type}>>(bundle.response).data.forEach((${noun}) => {
    const common = ITEM(${noun});
    const { lines = [{ position: 1 }] } = ${noun};
    for (const { position, text = "", ...others } of lines) {
      items.push({ ...common, ...others, id: \`\${${noun}.id}-\${position}\`, text: text.trim() });
    }
  });
  return items;
}
`;
}

function sorted({ Type, noun, sort }) {
  return `export function post_poll({ response, auth_fields: { origin } }: PostPoll<typeof trigger>): Results {
  const { data = [] } = api.parse<Partial<Page<${Type}>>>(response);
  const newestFirst = [...data].sort((a, b) => ((a.${sort} ?? "") < (b.${sort} ?? "") ? 1 : -1));
  let position = 0;
  return newestFirst.map((${noun}) => {
    position += 1;
    return { ...ITEM(${noun}), position, of: newestFirst.length };
  });
}
`;
}

/** Each calls `ITEM(record)`: what an item style has for it takes its place. */
export const postPolls = [mapped, filtered, latest, nested, sorted];

const lines = (own, from, indent) =>
  own.map((key) => `${indent}${key}: ${kinds[attributes[key]].read(`${from}${key}`)},`).join("\n");

function fromRecord({ Type, noun, own, plural }) {
  return {
    call: `asItem(${noun}, origin)`,
    code: `function asItem(${noun}: ${Type}, origin: string) {
  return {
    id: ${noun}.id,
${lines(own, `${noun}.`, "    ")}
    url: \`\${origin}/${plural}/\${encodeURIComponent(${noun}.id)}\`,
  };
}
`,
  };
}

function fromParts({ Type, noun, own, plural }) {
  return {
    call: `asItem(origin, ${noun})`,
    code: `/** Other properties are passed on unchanged. */
function asItem(origin: string, { id, ${own.join(", ")}, ...rest }: ${Type}) {
  return {
    ...rest,
    id,
${lines(own, "", "    ")}
    url: \`\${origin}/${plural}/\${id}\`,
  };
}
`,
  };
}

function fromClass({ Type, noun, own, plural }) {
  const [first, ...others] = own;
  return {
    call: `new ${Type}Item(${noun}, origin).asItem()`,
    code: `class ${Type}Item {
  private readonly address: string;

  constructor(
    private readonly ${noun}: ${Type},
    origin: string,
  ) {
    this.address = \`\${origin}/${plural}/\${${noun}.id}\`;
  }

  /** The first thing that the editor shows. */
  summary(prefix = "${Type}"): string {
    const ${first} = ${kinds[attributes[first]].read(`this.${noun}.${first}`)};
    return \`\${prefix} \${this.${noun}.id}: \${${first}}\`;
  }

  asItem() {
    const { id, ${others.join(", ")} } = this.${noun};
    return {
      id,
      summary: this.summary(),
${lines(others, "", "      ")}
      url: this.address,
    };
  }
}
`,
  };
}

export const items = [fromRecord, fromParts, fromClass];
