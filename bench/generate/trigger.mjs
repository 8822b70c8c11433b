// One trigger: what it is about is drawn from the vocabulary, and each of its methods is written in one of several ways.
import { items, postPolls } from "./post-poll.mjs";
import { prePolls } from "./pre-poll.mjs";
import { thirdMethods } from "./third-method.mjs";
import { attributes, events, filters, kinds, nouns } from "./vocabulary.mjs";

/** The exports of the shared modules, types as `type Name`. */
const exported = {
  "../api.ts": ["api", "PAGE_SIZE", "type Page", "SAMPLES"],
  "../query.ts": ["Query"],
  "../values.ts": [
    "type Address",
    "amount",
    "daysAgo",
    "fullName",
    "type Money",
    "oneLine",
    "type Person",
    "timestamp",
    "titled",
  ],
};

const ofZapc = [
  "CatchHook",
  "CustomFields",
  "HookResults",
  "PostCustomTriggerFields",
  "PostPoll",
  "PreCustomTriggerFields",
  "PrePoll",
  "RequestResult",
  "Results",
];

/** The trigger with a number, the same in an integration of any size: `{ key, methods, metadata, code }`. */
export function trigger(number) {
  const draw = drawing(number);
  const subject = subjectOf(number, draw);
  const item = draw.one(items)(subject);
  const third = draw.one(thirdMethods);
  const methods = [draw.one(prePolls)(subject), draw.one(postPolls)(subject), third.write(subject)];
  const body = [interfaceOf(subject), methods[0], methods[1], item.code, methods[2]]
    .join("\n")
    .replaceAll(`ITEM(${subject.noun})`, item.call);
  return {
    key: subject.key,
    methods: ["pre_poll", "post_poll", third.name],
    imports: importsOf(body),
    metadata: metadataOf(subject, third.metadata),
    body,
  };
}

function subjectOf(number, draw) {
  const event = events[Math.floor(number / nouns.length) % events.length];
  const round = Math.floor(number / (nouns.length * events.length));
  const noun = nouns[number % nouns.length];
  const Type = noun.charAt(0).toUpperCase() + noun.slice(1);
  return {
    key: `${event.prefix}_${noun}${round > 0 ? round + 1 : ""}`,
    label: `${event.prefix.charAt(0).toUpperCase()}${event.prefix.slice(1)} ${Type}`,
    help: event.sentence(noun),
    sort: event.sort,
    noun,
    plural: `${noun.replace(/y$/, "ie")}s`,
    Type,
    own: draw.some(Object.keys(attributes), 2 + (number % 3)),
    filters: draw.some(Object.keys(filters), 2 + (number % 3)),
  };
}

function interfaceOf({ Type, own, sort }) {
  const dates = own.includes(sort) ? [] : [`  ${sort}?: string | null;`];
  const typed = own.map((key) => `  ${key}?: ${kinds[attributes[key]].type};`);
  return `/** A ${Type.toLowerCase()}, as far as it is used here. */
interface ${Type} {
  id: string;
${[...typed, ...dates].join("\n")}
  lines?: { position: number; text?: string }[];
}
`;
}

function metadataOf({ key, label, help, plural, Type, own, filters: chosen }, needs) {
  const url = `https://{{subdomain}}.ledgerly.example/api/v3/${plural}`;
  const fields = chosen.map((name) => {
    const { label: shown, type, ...more } = filters[name];
    const { help: text, ...given } = more;
    const said = Object.entries(given).map(([property, value]) => `, ${property}: ${value}`);
    const helped = text ? `,\n      help_text: "${text}"` : "";
    return `    {\n      key: "${name}", label: "${shown}", type: "${type}"${said.join("")}${helped},\n    },`;
  });
  const values = own.map((name) => `    ${name}: ${kinds[attributes[name]].sample},`);
  return `export const trigger = {
  label: "${label}",
  noun: "${Type}",
  help_text: "${help}",
  ${needs.static_hook ? 'type: "static_hook",\n  ' : ""}url: "${url}",${needs.custom_fields_url ? `\n  custom_fields_url: "${url}/fields",` : ""}
  fields: [
${fields.join("\n")}
  ],
  sample: {
    id: "${key}-1",
${values.join("\n")}
    url: "https://acme.ledgerly.example/${plural}/1",
  },
} as const satisfies Trigger;
`;
}

function importsOf(body) {
  const used = (name) => new RegExp(`(?<![\\w/".])${name.replace("type ", "")}\\b`).test(body);
  const types = [...ofZapc.filter(used), "Trigger"].join(", ");
  const shared = Object.entries(exported).flatMap(([module, names]) => {
    const needed = names.filter(used);
    return needed.length > 0 ? [`import { ${needed.join(", ")} } from "${module}";\n`] : [];
  });
  return `import type { ${types} } from "zapc";\n${shared.join("")}`;
}

/** Draws that are always the same for a number. Mulberry32, a public-domain generator. */
function drawing(number) {
  let state = (number + 1) * 0x9e3779b1;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const one = (list) => list[Math.floor(next() * list.length)];
  const some = (list, count) => {
    const left = [...list];
    return Array.from({ length: count }, () => left.splice(Math.floor(next() * left.length), 1)[0]);
  };
  return { one, some };
}
