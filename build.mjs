// `npm run build`: the integration in scripting/ becomes dist/.
import { load } from "./bin/load.mjs";

const { main } = await load("cli/main.js");
process.exitCode = await main(["build", ...process.argv.slice(2)]);
