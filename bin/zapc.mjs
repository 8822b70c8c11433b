#!/usr/bin/env node
import { runCommand } from "./load.mjs";

process.exitCode = await runCommand(process.argv.slice(2));
