import colors from "picocolors";
import { Failure } from "../model/failure.ts";

/** The stack of an error in zap.js, for people: with the sources, where the source map of that file lies beside it. */
export async function shownStack(stack: string, dist: string): Promise<string> {
  const { readBuilt } = await import("../pasted/built.ts");
  const built = await readBuilt(dist).catch((error) => {
    if (error instanceof Failure) return undefined;
    throw error;
  });
  if (!built) return colors.dim(stack);
  const [{ mapTrace }, { shownTrace }] = await Promise.all([
    import("../pasted/trace.ts"),
    import("./print-trace.ts"),
  ]);
  return shownTrace(mapTrace(stack, built, { file: "zap.js", offset: 0 }).lines);
}
