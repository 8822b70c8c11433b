import { createHash } from "node:crypto";
import type { StepList } from "../model/definitions.ts";
import { methods as knownMethods, type MethodKind } from "../model/methods.ts";
import { generator, reviewMark } from "../output/generator.ts";
import { browserScript } from "./browser-script.ts";
import { changesSection, isChanged } from "./changes.ts";
import { methodSection, sharedCode } from "./code-section.ts";
import { unexercisedSection } from "./exercised.ts";
import { otherFindings } from "./findings.ts";
import { FlowPictures } from "./flow-svg.ts";
import { checkbox, formSection, idOf } from "./form-section.ts";
import { Html, html, prose } from "./html.ts";
import { operationSection } from "./operation-section.ts";
import { lists } from "./operations.ts";
import type { ReviewedIntegration } from "./reviewed.ts";
import { authScreen, generalScreen, type Screen, triggerSettingsForm } from "./screens.ts";
import { styles } from "./styles.ts";
import { verdictOf } from "./verdict.ts";

/** The whole page, in one file that needs no other. */
export function reviewPage(reviewed: ReviewedIntegration): string {
  const { metadata, hash, comparison } = reviewed;
  const { title, version } = metadata.app;
  const pictures = new FlowPictures();
  const page = html`<!doctype html>
${new Html(reviewMark(hash))}
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${generator}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>Review of ${title} ${version}</title>
<style>${new Html(styles)}</style>
</head>
<body data-app="${title}">
<a class="skip" href="#verdict">Skip to the verdict</a>
<header class="top"><h1>${title} <small>${version}</small></h1><p>Review of the zap.js with the hash <code>${hash}</code></p><p id="progress" hidden></p></header>
<p id="said" class="unseen" role="status"></p>
<div class="page">
${contents(reviewed)}
<main>
${verdictSection(reviewed)}
${comparison && changesSection(comparison, reviewed)}
${screenSection("general", generalScreen(metadata), reviewed)}
${screenSection("authentication", authScreen(metadata), reviewed, "auth")}
${lists.map((list) => listSection(list, reviewed, pictures))}
${scriptingSection(reviewed)}
${unexercisedSection(reviewed)}
${pictures.definitions()}
</main>
</div>
<script>${new Html(browserScript)}</script>
</body>
</html>
`;
  return page.text;
}

/** The hashes of the review's style and script: the content security policy of a page that shows the review in a frame allows them, too. */
export const reviewSources = { style: `'${sha256(styles)}'`, script: `'${sha256(browserScript)}'` };

const policy = [
  "default-src 'none'",
  `style-src ${reviewSources.style}`,
  `script-src ${reviewSources.script}`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function sha256(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

const titles: { readonly [list in StepList]: string } = {
  triggers: "Triggers",
  actions: "Actions",
  searches: "Searches",
};

function contents(reviewed: ReviewedIntegration): Html {
  const link = (id: string, text: string) => html`<li><a href="#${id}">${text}</a></li>`;
  return html`<nav aria-label="Contents"><details open><summary>Contents</summary><ul>${link("verdict", "Verdict")}${
    reviewed.comparison && link("changes", "What changed")
  }${link("general", "General")}${link("authentication", "Authentication")}</ul>${lists.map(
    (list) =>
      reviewed.operations[list].length > 0 &&
      html`<h2><a href="#${list}">${titles[list]}</a></h2><ul>${reviewed.operations[list].map(
        ({ entity, label, marks }) =>
          html`<li${marks.includes("Hidden") && html` class="dim"`}><a href="#${idOf(entity)}">${label}</a></li>`,
      )}</ul>`,
  )}<h2>Script</h2><ul>${link("scripting", "Scripting")}${link("unexercised", "Not exercised")}</ul></details></nav>`;
}

function verdictSection(reviewed: ReviewedIntegration): Html {
  const { tone, headline, counts, notRun } = verdictOf(reviewed);
  return html`<section id="verdict" class="verdict ${tone}"><h2>Verdict</h2><p class="headline">${headline}</p><dl class="counts">${counts.map(
    ([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
  )}</dl>${reviewed.isComplete ? html`<p><button type="button" class="copy main" id="copy-script" hidden>Copy zap.js</button></p>` : withheldNote}${otherFindings(reviewed)}<p class="quiet">Not run, or not checked:</p><ul class="not-run">${notRun.map(
    (why) => html`<li>${prose(why)}</li>`,
  )}</ul></section>`;
}

const withheldNote = html`<p class="warning">zap.js holds what looks like a secret. It is left out here, so zap.js cannot be copied from this page: take it from the file.</p>`;

/** The methods of the app as a whole, of one kind, that the script has. */
function ownMethods(kind: MethodKind, { metadata }: ReviewedIntegration): string[] {
  return knownMethods
    .filter((method) => method.kind === kind && metadata.methods.includes(method.name))
    .map(({ name }) => name);
}

function methodList(names: readonly string[], reviewed: ReviewedIntegration): Html | false {
  if (names.length === 0) return false;
  return html`<h3 class="above">Methods</h3>${names.map((name) => methodSection(name, reviewed))}`;
}

function screenSection(id: string, screen: Screen, reviewed: ReviewedIntegration, kind?: MethodKind): Html {
  const { title, forms, note } = screen;
  return html`<section id="${id}"><h2>${title}</h2><div class="screen">${forms.map((form) =>
    formSection(form, "h3"),
  )}${note !== undefined && html`<p class="quiet">${note}</p>`}${kind && methodList(ownMethods(kind, reviewed), reviewed)}</div></section>`;
}

function listSection(list: StepList, reviewed: ReviewedIntegration, pictures: FlowPictures): Html | false {
  const operations = reviewed.operations[list];
  if (operations.length === 0) return false;
  const settings = list === "triggers" ? triggerSettings(reviewed) : false;
  return html`<section id="${list}"><h2>${titles[list]}</h2>${settings}${operations.map((operation) =>
    operationSection(operation, reviewed, {
      isChanged: isChanged(operation.entity, operation.methods, reviewed),
      pictures,
    }),
  )}</section>`;
}

function triggerSettings(reviewed: ReviewedIntegration): Html | false {
  const form = triggerSettingsForm(reviewed.metadata);
  const names = ownMethods("hook", reviewed);
  if (!form && names.length === 0) return false;
  return html`<div class="screen">${form && formSection(form, "h3")}${methodList(names, reviewed)}</div>`;
}

function scriptingSection(reviewed: ReviewedIntegration): Html {
  const { metadata, hash, sources } = reviewed;
  const shown = new Set(lists.flatMap((list) => reviewed.operations[list].flatMap(({ methods }) => methods)));
  const others = [...sources.keys()].filter((name) => !shown.has(name) && !metadata.methods.includes(name));
  const entities = new Set(lists.flatMap((list) => reviewed.operations[list].map(({ entity }) => entity)));
  const shared = [...reviewed.parts.shared].filter(([file]) => !entities.has(file.replace(/\.[tj]s$/, "")));
  const form = { name: "whole", title: "Scripting", rows: [{ name: "zap.js", value: hash }] };
  return html`<section id="scripting"><h2>Scripting</h2><div class="screen"><section class="form"><header><h3>The whole of zap.js</h3>${checkbox(form)}</header><p>It is pasted in Platform UI &gt; Advanced &gt; Legacy Web Builder of a version.</p></section>${
    others.length > 0 && methodList(others, reviewed)
  }<h3 class="above">Code that methods share</h3>${shared.map(([file, parts]) => sharedCode(file, parts))}</div></section>`;
}
