// What `import … from "zapc/simulator"` gives.
import { loadSimulator } from "./load.mjs";

export const { compare, simulate } = await loadSimulator();
