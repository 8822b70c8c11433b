import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { diff } from "../../src/metadata/diff/diff.ts";
import { exercisedBy } from "../../src/review/exercised.ts";
import { versionOf } from "../../src/review/form.ts";
import { html, prose } from "../../src/review/html.ts";
import { reviewText } from "../../src/review/review-files.ts";
import type { ReviewedIntegration } from "../../src/review/reviewed.ts";
import { scriptParts } from "../../src/review/script-parts.ts";
import { copyOf, integration, trigger } from "../compiler/integration.ts";
import { hostile, pageOf, reviewed, reviewedDirectory } from "./reviewed.ts";

const polled = `${trigger}
/** Gives each thing its id. */
export function post_poll({ response }: PostPoll<typeof trigger>): Results {
  return z.JSON.parse<{ id: number }[]>(response.content);
}
`;

describe("a template of HTML", () => {
  test("escapes values in texts and attributes, and no HTML", () => {
    const value = `<&>"'`;
    expect(html`<a title="${value}">${[value, html`<b>${1}</b>`, false, undefined]}</a>`.text).toBe(
      '<a title="&lt;&amp;&gt;&quot;&#39;">&lt;&amp;&gt;&quot;&#39;<b>1</b></a>',
    );
  });

  test("makes code of what stands in backquotes", () => {
    expect(prose("Write `a < b`, and no ` more").text).toBe("Write <code>a &lt; b</code>, and no ` more");
  });
});

describe("zap.js in parts", () => {
  test("is the file when the parts are put together, with each method in one", () => {
    const code = readFileSync("dist/zap.js", "utf8");
    const parts = scriptParts(code);
    expect(parts.map(({ text }) => text).join("")).toBe(code);
    const { methods, hydrators, ...steps } = JSON.parse(readFileSync("dist/metadata.json", "utf8"));
    const keyed = [...steps.triggers, ...steps.actions, ...steps.searches].flatMap(({ key, methods }) =>
      methods.map((method: string) => `${key}_${method}`),
    );
    expect(parts.flatMap(({ method }) => method ?? []).sort()).toEqual(
      [...methods, ...hydrators, ...keyed].sort(),
    );
  });

  test("has a method with the comment above it, its source and its line", async () => {
    const { parts } = await reviewed({ "triggers/thing.ts": polled });
    expect(parts.methods.get("thing_post_poll")).toMatchObject({
      file: "triggers/thing.ts",
      line: 8,
      text: `  /** Gives each thing its id. */
  function thing_post_poll(bundle) {
    var response = bundle.response;
    return z.JSON.parse(response.content);
  }

`,
    });
  });
});

test("shows each method's TypeScript with the comment above it, and its line", async () => {
  const { sources } = await reviewed({ "triggers/thing.ts": polled });
  expect(sources.get("thing_post_poll")).toEqual({
    file: "triggers/thing.ts",
    line: 8,
    text: polled.slice(polled.indexOf("/** Gives")),
  });
});

test("lists the values of a trigger in the builder's order, with its dropdowns as they are entered", async () => {
  const source = polled.replace(
    'type: "unicode" }',
    'type: "unicode", choices: { r: "Red", g: "Green" }, default: "r", list: true }',
  );
  const { operations } = await reviewed({ "triggers/thing.ts": source });
  const [thing] = operations.triggers;
  expect(thing?.options.rows).toEqual([
    { name: "Name", value: "New Thing" },
    { name: "Noun", value: "Thing" },
    { name: "Key", value: "thing" },
    { name: "Help Text", value: "Triggers when there is a new thing." },
    { name: "Data Source", value: "Polling", isChoice: true },
    { name: "Polling URL", value: "https://example.com/things" },
  ]);
  expect(
    thing?.fields.map(({ name, rows }) => [name, rows.map(({ name, value }) => `${name}: ${value}`)]),
  ).toEqual([
    [
      "fields/colour",
      [
        "Key: colour",
        "Label: Colour",
        "Default: r",
        "Type: Unicode",
        "Static Dropdown: r|Red,g|Green",
        "List: yes",
      ],
    ],
  ]);
});

test("shows a sample as users see it", async () => {
  const source = polled.replace(
    "sample: { id: 1 }",
    'sample: { id: 1, owner: { name: { first: "Ada" } }, tags: ["a", "b"] }',
  );
  const { operations } = await reviewed({ "triggers/thing.ts": source });
  expect(operations.triggers[0]?.sampled).toEqual([
    ["id", "1"],
    ["owner__name__first", "Ada"],
    ["tags", "a,b"],
  ]);
});

test("a flow shows what is scripted, and what the platform does by itself", async () => {
  const { operations } = await reviewed({ "triggers/thing.ts": polled });
  expect(operations.triggers[0]?.flows).toEqual([
    {
      title: "Poll",
      steps: [
        { kind: "request", title: "Request", detail: "GET" },
        { kind: "method", title: "pre_poll", detail: "not scripted: sent as it is", isScripted: false },
        { kind: "send", title: "Send", detail: "by the platform" },
        { kind: "method", title: "post_poll", detail: "scripted", isScripted: true },
        { kind: "result", title: "Items", detail: "" },
      ],
    },
  ]);
});

test("a full method stands in for the request", async () => {
  const { operations } = await reviewed({
    "triggers/thing.ts": `${trigger}\nexport function poll(bundle: Poll<typeof trigger>): Results { return [{ id: bundle.zap.id ?? 1 }]; }\n`,
  });
  expect(operations.triggers[0]?.flows[0]?.steps.map(({ title }) => title)).toEqual(["poll", "Items"]);
});

test("HTML in names, texts and code is text on the page", async () => {
  const page = await pageOf(hostile);
  expect(page).not.toContain("<img");
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page.match(/<\/script/g)).toHaveLength(1);
  expect(page).toContain("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;");
});

test("HTML in names and texts is text in the Markdown", async () => {
  const text = reviewText(await reviewed(hostile), "REVIEW.md");
  const outsideCode = text.replace(/(`+)[^\n]*?\1/g, "");
  expect(outsideCode).not.toMatch(/<img|<script/);
});

test.each(["scripting", "test/helpdesk/scripting"])(
  "the page of %s has at most three times zap.js plus 200 KB",
  async (directory) => {
    const review = await reviewedDirectory(directory);
    const page = reviewText(review, "review.html");
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(3 * review.bytes + 200_000);
  },
);

test("the same sources give the same review wherever they stand, without a path of the machine", async () => {
  const texts = async (directory: string) => {
    const review = await reviewedDirectory(directory);
    return [reviewText(review, "review.html"), reviewText(review, "REVIEW.md")];
  };
  const copy = copyOf("test/helpdesk/scripting");
  const [here, there] = [await texts("test/helpdesk/scripting"), await texts(copy)];
  expect(there).toEqual(here);
  for (const text of here) expect(text).not.toContain(process.cwd());
});

test("a finding stands at its operation, to which the verdict leads; others stand in the verdict", async () => {
  const page = await pageOf({
    "triggers/thing.ts": polled.replace("Triggers when there", "Tells when there"),
  });
  const [verdict = "", rest = ""] = page.split('<section id="general">');
  expect(verdict).toContain("<code>ZDW013</code>");
  expect(verdict).toContain('<li><a href="#triggers-thing">New Thing</a></li>');
  expect(rest).toContain('<li class="warning"><b>warning</b> <code>trigger-help-text</code>');
  expect(rest).toContain('<span class="place">triggers/thing.ts:4</span>');
});

test("the checklist forgets a form when one of its values is another", async () => {
  const formOf = async (source: string) =>
    (await reviewed({ "triggers/thing.ts": source })).operations.triggers[0]?.options;
  const [before, after, same] = await Promise.all([
    formOf(polled),
    formOf(polled.replace("New Thing", "Newest Thing")),
    formOf(polled.replace("Colour", "Shade")),
  ]);
  if (!before || !after || !same) throw new Error("There is no form.");
  expect(versionOf(after)).not.toBe(versionOf(before));
  expect(versionOf(same)).toBe(versionOf(before));
});

describe("no page holds a value that looks like a secret:", () => {
  const isHidden = async (review: ReviewedIntegration, secret: string) => {
    for (const file of ["review.html", "REVIEW.md"]) expect(reviewText(review, file)).not.toContain(secret);
  };

  test.each([
    ["a key in a sample", polled.replace("{ id: 1 }", '{ id: 1, api_key: "k3y-12345678" }'), "k3y-12345678"],
    [
      "a password in a URL",
      polled.replace("https://example.com", "https://ada:s3cret-word@example.com"),
      "s3cret-word",
    ],
    [
      "the default of a password",
      polled.replace('type: "unicode"', 'type: "password", default: "correct-horse"'),
      "correct-horse",
    ],
  ])("%s", async (_, source, secret) => {
    const review = await reviewed({ "triggers/thing.ts": source });
    await isHidden(review, secret);
    expect(reviewText(review, "review.html")).toContain('id="copy-script"');
  });

  test("a key in the code: then zap.js cannot be copied, and the page says so", async () => {
    const secret = "sk_live_51HxQz8aBcDeFg";
    const review = await reviewed({
      "triggers/thing.ts": polled.replace(
        "return z.",
        `const key: string = "${secret}";\n  if (key === "") return [];\n  return z.`,
      ),
    });
    await isHidden(review, secret);
    const page = reviewText(review, "review.html");
    expect(page).not.toContain('id="copy-script"');
    expect(page).toContain("zap.js holds what looks like a secret.");
  });

  test("a key of the earlier version", async () => {
    const secret = "sk_live_51HxQz8aBcDeFg";
    const { metadata } = await reviewed({ "triggers/thing.ts": polled });
    const old = structuredClone(metadata);
    Object.assign(old.triggers[0] ?? {}, { url: `https://example.com/?api_key=${secret}` });
    const [before, after] = [old, metadata].map((metadata) => ({
      name: "one",
      metadata,
      script: "var Zap = {};",
    }));
    if (!before || !after) throw new Error("There are no versions.");
    const comparison = { before, report: await diff(before, after) };
    expect(JSON.stringify(comparison.report)).toContain(secret);
    await isHidden(
      await reviewedDirectory(integration({ "triggers/thing.ts": polled }), { comparison }),
      secret,
    );
  });

  test("a value of the account, also in Base64", async () => {
    const key = "my-own-key-77";
    const base64 = Buffer.from(`user:${key}`).toString("base64");
    const account = { access_token: key };
    const review = await reviewedDirectory("test/helpdesk/scripting", { account });
    expect(review.withheld.isIn(`<p>${base64}</p>`)).toBe(true);
    expect(review.withheld.text(`Basic ${base64}`)).not.toContain(base64);
  });
});

describe("methods that nothing exercised", () => {
  test("are not known without recordings", async () => {
    expect(await pageOf({ "triggers/thing.ts": polled })).toContain("Not known: no recordings were given");
  });

  test("are those without a recording", async () => {
    const directory = "test/helpdesk/scripting";
    const { sources } = await reviewedDirectory(directory);
    const [first = "", ...others] = sources.keys();
    const page = reviewText(
      await reviewedDirectory(directory, { exercised: new Set([first]) }),
      "review.html",
    );
    const listed = [...(page.split('id="unexercised"')[1] ?? "").matchAll(/#method-(\w+)/g)].map(
      ([, name]) => name,
    );
    expect(listed).toEqual(others);
  });

  test.each([
    [["a_poll", "a_pre_poll"], ["a_poll"]],
    [["a_pre_poll", "a_catch_hook"], ["a_pre_poll"]],
    [
      ["a_pre_poll", "a_post_poll", "b_poll"],
      ["a_pre_poll", "a_post_poll"],
    ],
  ])("a recording of a trigger with %j runs %j", (methods, runs) => {
    expect(exercisedBy({ list: "triggers", key: "a" }, methods)).toEqual(runs);
  });
});
