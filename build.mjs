// `npm run build`: the integration in scripting/ becomes dist/.
import { runCommand } from "./bin/load.mjs";

process.exitCode = await runCommand(["build", ...process.argv.slice(2)]);
