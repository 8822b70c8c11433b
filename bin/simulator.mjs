// What `import … from "zapc/simulator"` gives.
import { load } from "./load.mjs";

export const { simulate } = await load("simulator/index.js");
