import type { Definition } from "./definition.ts";
import { type FunctionSource, middleware } from "./run.ts";

/**
 * A definition of which `zapier-platform convert --json` makes an app that needs no change by hand. `convert` writes no
 * .zapierapprc, without which `build` packs only files that others require: so one function requires scripting.js, which the app
 * reads as text.
 */
export function convertibleDefinition(definition: Definition): Definition {
  return { ...definition, beforeRequest: [requiringScript(middleware("beforeRequest"))] };
}

function requiringScript({ source, ...more }: FunctionSource): FunctionSource {
  const packed =
    '// Never called: it has `build` pack scripting.js.\nconst packed = () => require("./scripting.js");\nvoid packed;\n';
  return { source: `${packed}${source}`, ...more };
}
