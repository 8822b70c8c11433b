import { resolve } from "node:path";
import { compile } from "../../src/compiler/compile.ts";
import { reviewOf, reviewText } from "../../src/review/review-files.ts";
import type { ReviewedIntegration, ReviewInput } from "../../src/review/reviewed.ts";
import { Cache } from "../../src/source/cache.ts";
import { integration } from "../compiler/integration.ts";

/** The review of a directory of sources. */
export async function reviewedDirectory(
  directory: string,
  more: Pick<ReviewInput, "comparison" | "exercised" | "account"> = {},
): Promise<ReviewedIntegration> {
  const cache = new Cache();
  return reviewOf(await compile(resolve(directory), cache), cache, more);
}

/** The review of some sources. */
export function reviewed(files: { readonly [path: string]: string }): Promise<ReviewedIntegration> {
  return reviewedDirectory(integration(files));
}

/** The page of some sources. */
export async function pageOf(files: { readonly [path: string]: string }): Promise<string> {
  return reviewText(await reviewed(files), "review.html");
}

/** An integration whose names and texts are HTML. */
export const hostile = {
  "triggers/thing.ts": `import type { PostPoll, Results, Trigger } from "zapc";

export const trigger = {
  label: "</script><img src=x onerror=alert(1)>",
  noun: "Thing",
  help_text: "Triggers when \\"><img src=x onerror=alert(2)> comes.",
  url: "https://example.com/things?a=1&b=<b>",
  fields: [
    { key: "colour", label: "'\\"><img src=x onerror=alert(3)>", type: "unicode", choices: { "<i>": "</code></dd></dl>" } },
  ],
  sample: { id: 1, "<img src=x onerror=alert(4)>": "</td></table><script>alert(5)</script>", "-->": "<!--" },
} as const satisfies Trigger;

/** </pre></code><script>alert(6)</script> */
export function post_poll({ response }: PostPoll<typeof trigger>): Results {
  const text: string = "</script><!-- ]]> <script>";
  return z.JSON.parse<{ id: number }[]>(response.content).filter(({ id }) => id > 0 && text !== "");
}
`,
};
