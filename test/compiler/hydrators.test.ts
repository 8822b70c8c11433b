import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import type { Invalid } from "../../src/model/diagnostic.ts";
import { integration, trigger } from "./integration.ts";

const hydrators = `import type { Hydrate } from "zapc";
interface Owner { name: string; nick?: string }
type Given = Hydrate<{ id: number }>;

export function text(bundle: Given) { return \`Ticket \${bundle.id}\`; }
export function number(bundle: Given) { return bundle.id; }
export function flag(bundle: Given) { return bundle.id > 1; }
export function nothing(bundle: Given) { return bundle.id > 1 ? "more" : null; }
export function maybe(bundle: Given) { if (bundle.id > 1) return "more"; return undefined; }
export function list(bundle: Given) { return [bundle.id, "a", { b: 1 }]; }
export function object(bundle: Given) { return { id: bundle.id, owner: { name: "Ada" } }; }
export function owner(bundle: Given) { const ada: Owner = { name: String(bundle.id) }; return ada; }
export function parsed(bundle: Given) { return z.JSON.parse(z.request({ url: \`https://example.com/\${bundle.id}\` }).content); }
export const arrow = ({ id }: Given) => ({ id });
export function later(bundle: Given, callback: (error: Error | null, text?: string) => void) { callback(null, String(bundle.id)); }
export function annotated(bundle: Given): Owner[] { return [{ name: String(bundle.id) }]; }
`;

test("a hydrator may return anything that JSON can hold, without saying so", async () => {
  const files = {
    "hydrators.ts": hydrators,
    "triggers/thing.ts": trigger.replace("PostPoll, PrePoll, RequestResult, Results, ", ""),
  };
  const findings = await compile(integration(files)).then(
    ({ warnings }) => warnings,
    ({ diagnostics }: Invalid) => diagnostics,
  );
  expect(findings).toEqual([]);
});
