import type { App } from "../model/fields.ts";
import { objectText } from "../output/object-text.ts";
import { tokenKeys } from "../simulator/authentication/oauth.ts";
import type { ProjectFile } from "./step.ts";

/** The values that the user of the tests has typed to connect the account, and tokens. */
export interface MadeUpAccount {
  readonly [key: string]: string;
}

/** Made-up values for the fields of an account. */
export function madeUpAccount(auth: App["auth"]): MadeUpAccount {
  if (auth.type === "none") return {};
  const typed = auth.fields.map(({ key, type, choices }) => {
    const [choice] = choices === undefined ? [] : Array.isArray(choices) ? choices : Object.keys(choices);
    return [key, choice ?? sampleValue(key, type)];
  });
  const tokens = tokenKeys(auth as Parameters<typeof tokenKeys>[0]).map((key) => [key, `test-${key}`]);
  return Object.fromEntries([...typed, ...tokens]);
}

/** Most fields that are no secret are the name of a host or of an account: either is valid in an address. */
function sampleValue(key: string, type: string): string {
  if (type === "int" || type === "float") return "1";
  if (type === "bool") return "true";
  if (type === "datetime") return "2026-03-01T09:00:00Z";
  return type === "password" ? `test-${key}` : `${key.toLowerCase().replace(/[^a-z\d]/g, "-")}.example`;
}

/** The files that all tests of a project share: the account, and the simulator that is connected to it. */
export function testFiles(
  auth: App["auth"],
  login: { readonly [request: string]: unknown } = {},
): ProjectFile[] {
  return [
    { path: "test/auth.json", text: `${JSON.stringify(madeUpAccount(auth), null, 2)}\n` },
    { path: "test/connected.ts", text: connectedText(auth, login) },
  ];
}

function connectedText({ type }: App["auth"], login: { readonly [request: string]: unknown }): string {
  const hasClient = type === "oauth1" || type === "oauth2" || type === "oauth2_refresh";
  const client = hasClient ? '\n  client_id: "test-id",\n  client_secret: "test-secret",' : "";
  const challenge =
    type === "digest"
      ? `
    // The API challenges a request that has no answer to its challenge.
    if (!request.headers.has("authorization")) {
      const headers = { "WWW-Authenticate": 'Digest realm="api", nonce="1", qop="auth"' };
      return new Response("", { status: 401, headers });
    }`
      : "";
  const about = type === "session" ? "\n/** The answer of the login. */" : "";
  const answered = type === "session" ? `${about}\nconst login: Answers = ${objectText(login)};\n` : "";
  return `import { simulator } from "zapc/vitest";
import auth_fields from "./auth.json" with { type: "json" };

/** The API's answers, by requests without their queries: \`"GET https://api.example.com/tickets"\`. */
interface Answers {
  readonly [request: string]: unknown;
}
${answered}
/** The account of the tests. \`zapc audit --recordings test/recordings --auth test/auth.json\` uses it, too. */
export const account = {
  auth_fields,${client}
};

/** A simulator with this account. Any other request than those that are answered here gets a 404. */
export function connected(answers: Answers) {
  return simulator({ ...account, http: (request) => answer(request, ${type === "session" ? "{ ...login, ...answers }" : "answers"}) });
}

function answer(request: Request, answers: Answers): Response {${challenge}
  const body = answers[\`\${request.method} \${request.url.split("?")[0]}\`];
  if (body !== undefined) return Response.json(body);
  return Response.json({ message: "There is nothing at this address." }, { status: 404 });
}
`;
}
