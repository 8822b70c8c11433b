import { dirname, join, resolve } from "node:path";
import type { AdoptOptions, AdoptReport } from "../index.ts";
import { Invalid } from "../model/diagnostic.ts";
import type { ProofInput } from "../prove/prove.ts";
import { adoptScript } from "./adopt-script.ts";
import { proofOf } from "./proof/proof.ts";
import { readAdoptionSource } from "./read/source.ts";
import { inTypeScript } from "./write/typescript.ts";
import { writeDirectory } from "./write/write-directory.ts";

/**
 * Makes a scripting directory of an existing script.
 *
 * @throws {Failure} when the script cannot be read, or the directory holds other files already.
 */
export async function adopt(
  options: AdoptOptions,
  progress: ProofInput["progress"] = () => {},
): Promise<AdoptReport> {
  const { source, out, metadata, fix = false, typescript = false, prove = false, runner = true } = options;
  const given = readAdoptionSource(source, metadata);
  try {
    const { files: adopted, earlier, findings, ...taken } = await adoptScript(given, { fix });
    const { tokens, withoutTesting, ...summary } = taken;
    const { files, findings: untyped } = typescript
      ? await inTypeScript(adopted)
      : { files: adopted, findings: [] };
    // A run with other files leaves those of an earlier one where they are.
    const written = writeDirectory(out, files, typescript ? [] : earlier);
    const inOut = (path: string) => join(out, path);
    const diagnostics = [...findings, ...untyped.map((it) => ({ ...it, file: inOut(it.file) }))];
    const report = {
      ok: true,
      ...summary,
      files: files.map(({ path }) => inOut(path)),
      written,
      diagnostics,
    };
    if (!prove) return report;
    const proof = await proofOf({
      ...{
        text: given.text,
        withoutTesting,
        tokens: tokens(files),
        scripting: out,
        methods: summary.methods.length,
      },
      ...{ runner, progress, folders: [resolve("."), dirname(resolve(source)), resolve(out)] },
    });
    return { ...report, proof };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { ok: false, methods: [], steps: [], files: [], written: 0, diagnostics: error.diagnostics };
  }
}
