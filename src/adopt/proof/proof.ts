import { resolve } from "node:path";
import { compile } from "../../compiler/compile.ts";
import type { AdoptionProof, ProveReport, TokenProof } from "../../index.ts";
import { Invalid } from "../../model/diagnostic.ts";
import { Failure } from "../../model/failure.ts";
import { type ProofInput, proveScripts } from "../../prove/prove.ts";

interface Adoption extends Pick<ProofInput, "folders" | "runner" | "progress"> {
  /** The script as it was. */
  readonly text: string;
  /** The same without the code of testing tools that the sources leave out. */
  readonly withoutTesting: string;
  readonly tokens: TokenProof;
  /** The directory of the sources. */
  readonly scripting: string;
  /** The number of methods of the script. */
  readonly methods: number;
}

/** The largest number of made-up bundles for all methods together, and for one. */
const MOST_CALLS = 600;
const MOST_RUNS = 20;
const LEAST_RUNS = 1;

/** The ladder of proof at the end of an adoption: its sources are compiled, and the script that they give is compared with the original. */
export async function proofOf({ tokens, ...adoption }: Adoption): Promise<AdoptionProof> {
  const compared = await comparison(adoption);
  if ("because" in compared) {
    const { because, isDifferent = false } = compared;
    return { ok: tokens.ok && !isDifferent, tokens, not_run_because: because };
  }
  const { scripts, fault } = compared;
  const without = fault === undefined ? {} : { without_testing_code_because: fault };
  return { ok: tokens.ok && scripts.ok, tokens, ...without, scripts };
}

type ComparedScripts =
  /** With the reason that the original was compared without its testing code. */
  | { readonly scripts: ProveReport; readonly fault?: string }
  /** True if the original loads, and the script that the sources give does not. */
  | { readonly because: string; readonly isDifferent?: boolean };

async function comparison({
  text,
  withoutTesting,
  scripting,
  methods,
  ...proving
}: Omit<Adoption, "tokens">): Promise<ComparedScripts> {
  try {
    const { script, metadata } = await compile(resolve(scripting));
    const runs = Math.min(MOST_RUNS, Math.max(LEAST_RUNS, Math.floor(MOST_CALLS / Math.max(methods, 1))));
    const compareWith = (old: string) => proveScripts({ old, new: script.code, runs, metadata, ...proving });
    try {
      return { scripts: await compareWith(text) };
    } catch (error) {
      if (!(error instanceof Failure) || withoutTesting === text) throw error;
      return { scripts: await compareWith(withoutTesting), fault: faultOf(error) };
    }
  } catch (error) {
    if (error instanceof Invalid) {
      const first = error.diagnostics.find(({ severity }) => severity === "error");
      return { because: `the sources cannot be built yet: ${first?.message ?? "there are errors"}` };
    }
    if (!(error instanceof Failure)) throw error;
    const because = faultOf(error);
    return { because, isDifferent: because.startsWith("the new script does not load") };
  }
}

function faultOf({ fault }: Failure): string {
  return fault.replace(/^Failed to prove: /, "");
}
