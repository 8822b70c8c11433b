import colors from "picocolors";
import { type AddOptions, add } from "../scaffold/add.ts";

export interface AddCommandOptions extends AddOptions {
  readonly json?: true;
}

/** `zapc add`: adds a trigger, an action or a search, with its test. */
export async function addCommand({ json, ...options }: AddCommandOptions): Promise<0> {
  const added = await add(options);
  const { files, changed } = added;
  if (json) console.log(JSON.stringify({ ok: true, ...added }, null, 2));
  else {
    console.log(files.map((file) => `  ${file}`).join("\n"));
    for (const file of changed) console.log(`  ${file} ${colors.dim("(changed)")}`);
    const written = `${files.length} files written`;
    console.log(colors.green(`\n${written}${changed.length > 0 ? `, ${changed.length} changed` : ""}.`));
    console.log(
      "\nCompare the addresses and names in them with the API's documentation, then\n  npx zapc build && npx vitest run",
    );
  }
  return 0;
}
