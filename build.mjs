// `npm run build`: the integration in scripting/ becomes dist/.
import { runCommand } from "./bin/run-command.cjs";

process.exitCode = await runCommand(["build", ...process.argv.slice(2)]);
