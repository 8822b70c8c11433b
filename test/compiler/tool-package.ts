import { type Compiled, compile } from "../../src/compiler/compile.ts";
import { integration, trigger } from "./integration.ts";

/** A source that imports `use` from a package. */
export const thing = `${trigger.replace("RequestResult, ", "").replace("PostPoll, PrePoll, ", "")}
import { use } from "tool";

export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: use(bundle.url_raw) }];
}
`;

const type = '{ "type": "module", "main": "index.js", "types": "index.d.ts" }';
/** What the package `tool` has besides its code, and the source. */
export const tool = {
  "triggers/thing.ts": thing,
  "node_modules/tool/package.json": type,
  "node_modules/tool/index.d.ts": "export declare function use(text: string): string;\n",
};

export const ofCommonJs = { "package.json": type.replace('"type": "module", ', "") };

/** The files of the package `tool`, by their paths in it; a text is that of index.js. */
export type Code = string | { readonly [path: string]: string };

/** Compiles the source with a package of these files. */
export function compileWith(code: Code): Promise<Compiled> {
  const files = typeof code === "string" ? { "index.js": code } : code;
  const placed = Object.entries(files).map(([path, text]) => [`node_modules/tool/${path}`, text]);
  return compile(integration({ ...tool, ...Object.fromEntries(placed) }));
}
