// How docs/methods.md reads.
import { code, link, meaning, properties, shapes } from "./shapes.mjs";

const kinds = {
  trigger: {
    title: "Triggers",
    about:
      "`KEY` is the trigger's key, and the name of its file. A method is called for this trigger only; the bundle's fields are " +
      "typed by the trigger's metadata, `typeof trigger`.",
  },
  hook: {
    title: "Subscriptions",
    about: "They serve all REST hook triggers of the app: `bundle.event` says which one it is about.",
  },
  action: {
    title: "Actions",
    about:
      "`KEY` is the action's key, and the name of its file. The bundle's fields are typed by the action's metadata, `typeof action`.",
  },
  search: {
    title: "Searches",
    about:
      "`KEY` is the search's key, and the name of its file. The bundle's fields are typed by the search's metadata, `typeof search`.",
  },
  auth: {
    title: "Authentication",
    about: "Which of them the platform calls depends on the type of authentication that `app.ts` declares.",
  },
  hydrator: {
    title: "Hydrators",
    about:
      "Any name will do: `z.dehydrate(name, bundle)` names the method, and gives the bundle that it gets later.",
  },
};

/** The page, of the described methods and the schemas of their types. */
export function page(methods, schemas) {
  return [
    "<!-- Made by `npm run docs` of src/model, schema/ and docs/examples/: change those. -->",
    "# Methods",
    introduction,
    contents(methods),
    ...Object.keys(kinds).flatMap((kind) => chapter(kind, methods, schemas)),
    "## Values of fields",
    values,
    "## Types",
    "What the bundles hold and the methods return. All that the platform does not promise may be missing: it is marked _optional_.",
    ...shapes(methods, schemas),
  ]
    .join("\n\n")
    .concat("\n");
}

const introduction = `Every method that the platform can call: what it is for, what it gets, what it returns, what happens without it, and an example.
The examples are files of two integrations, [helpdesk](examples/helpdesk/) and [ledger](examples/ledger/), which the tests build.

A \`pre_\` method runs before a request of the platform's, a \`post_\` method after it; a full method makes its requests itself, with
\`z.request\`. Where a method may take a callback, \`(bundle, callback)\`, it calls \`callback(error)\` or \`callback(null, result)\` when it is
ready; else it returns its result. A method has 30 seconds.`;

const values = `The values of the declared fields are typed by the fields, those of \`auth_fields\` by the authentication in \`app.ts\`:

| declared | value |
|---|---|
| \`type: "unicode"\`, \`"text"\`, \`"password"\` | \`string\` |
| \`type: "int"\`, \`"float"\` | \`number\` |
| \`type: "bool"\` | \`boolean\` |
| \`type: "datetime"\` | \`string\`, ISO 8601 |
| \`type: "dict"\` | \`{ [key: string]: string }\` |
| \`type: "file"\` | \`string\`: the file's address, or its content |
| \`type: "copy"\` | none: it is a text for the user |
| \`choices\` | the values offered: \`"open" \\| "closed"\`; of an \`int\`, numbers |
| \`list: true\` | an array of them |
| \`required: true\`, or a \`default\` | always there; any other may be undefined |
| \`a__b\`, in \`action_fields\` | \`{ a: { b } }\` |
| \`send_in_json: false\` | in \`action_fields_full\`, not in \`action_fields\` |
| \`parent_key: "lines"\` | \`lines\`: an array with an object for each line |
| session authentication | what \`get_session_info\` returns, over what the user filled in |
| OAuth 1.0 | \`oauth_token\`, \`oauth_token_secret\`, and the \`extra_fields\` |
| OAuth 2 | \`access_token\`, \`refresh_token\`, and the \`extra_fields\` |

In \`action_fields_raw\`, and while the user still fills in (the methods for custom fields), values are texts as written, and any may be missing.
\`read_fields\` is typed by the search's sample, \`subscribe_data\` by \`PreUnsubscribe<typeof post_subscribe>\`.`;

function contents(methods) {
  const rows = methods.map(({ kind, phase, documentation, ...method }) => {
    return `| [${heading({ kind, ...method })}](#${anchor({ kind, ...method })}) | ${kind} | ${phase} | ${documentation} |`;
  });
  return ["| method | kind | phase | what it is for |", "|---|---|---|---|", ...rows].join("\n");
}

function chapter(kind, methods, schemas) {
  const { title, about } = kinds[kind];
  const sections = methods.filter((method) => method.kind === kind);
  return [`## ${title}`, about, ...sections.flatMap((method) => section(method, schemas))];
}

function heading({ kind, name }) {
  return kind === "hydrator" ? "A hydrator" : code(name);
}

function anchor(method) {
  return heading(method).toLowerCase().replaceAll("`", "").replaceAll(" ", "-");
}

function section(method, schemas) {
  const { kind, bundle, result, documentation, pitfall, example } = method;
  const typed = {
    trigger: "<typeof trigger>",
    action: "<typeof action>",
    search: "<typeof search>",
    hydrator: "<Given>",
  };
  return [
    `### ${heading(method)}`,
    documentation,
    facts(method),
    ...(pitfall ? [`> **Pitfall**: ${pitfall}`] : []),
    `**Bundle**: ${code(`${bundle}${typed[kind] ?? ""}`)}`,
    properties(method, schemas),
    `**Result**: ${link(result)}. ${meaning(result, schemas)}`,
    `**Example**: [${example.path.replace("examples/", "")}](${example.path})`,
    `\`\`\`ts\n${example.text.trim()}\n\`\`\``,
  ];
}

function facts({ kind, phase, path, exportedName, nameInZap, callback, standsInFor, without }) {
  const runs = {
    pre: "before the platform's request",
    post: "after the platform's request",
    full: standsInFor
      ? `in place of ${standsInFor.map((name) => `[${code(name)}](#${name})`).join(" and ")}`
      : "by itself",
  };
  const isHydrator = kind === "hydrator";
  const rows = [
    ["exported from", `${code(path)}${isHydrator ? ", under any name" : `, as ${code(exportedName)}`}`],
    ["name in `Zap`", isHydrator ? "the same" : code(nameInZap)],
    ["runs", runs[phase]],
    ["may take a callback", callback ? "yes" : "no"],
    ["without it", without],
  ];
  return ["| | |", "|---|---|", ...rows.map((cells) => `| ${cells.join(" | ")} |`)].join("\n");
}
