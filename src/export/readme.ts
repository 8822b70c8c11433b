import type { Metadata } from "../model/definitions.ts";
import { platform } from "./definition.ts";

/** The README of an exported app: it says how the app is brought to the platform. */
export function readmeOf({ app }: Metadata): string {
  return `# ${app.title}

${app.description}

This CLI app was made by zapc. It runs \`scripting.js\`, which zapc compiled from TypeScript, through
zapier-platform-legacy-scripting-runner. Change the sources, not this app, and export again:

    zapc build && zapc export --into DIRECTORY

Files that were edited here stay as they are, and the export shows how they differ.

## Test

It needs Node.js ${platform.node}.

    npm install
    npm test
    npx zapier-platform validate --without-style
    npx zapier-platform invoke trigger KEY --non-interactive
    npx zapier-platform invoke create KEY --inputData '{"key":"value"}' --non-interactive

\`invoke\` reads the account from \`.env\`, a line for each field: \`authData_KEY=value\`.${isOAuth(app) ? "\nThe app's own OAuth credentials are `CLIENT_ID` and `CLIENT_SECRET` there." : ""}

## Deliver

    npx zapier-platform login
    npx zapier-platform link                # this app belongs to your integration: once
    npx zapier-platform validate
    npx zapier-platform push                # uploads version ${app.version}
    npx zapier-platform promote ${app.version}       # makes it the one for new users
    npx zapier-platform migrate OLD ${app.version} 10  # moves 10 % of the users of the version OLD

\`push\` makes a version that the Build section of the Platform UI no longer edits.${isOAuth(app) ? "\nSet the OAuth credentials of the version, too: `npx zapier-platform env:set VERSION CLIENT_ID=… CLIENT_SECRET=…`." : ""}
`;
}

function isOAuth({ auth }: Metadata["app"]): boolean {
  return auth.type.startsWith("oauth");
}
