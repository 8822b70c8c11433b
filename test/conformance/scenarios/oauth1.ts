import { isSigned, oauthParameters } from "../../oauth1-provider.ts";
import type { Arrived, Reply, Respond } from "../recording-server.ts";
import type { Scenario } from "../scenario.ts";
import { answer, postPoll, prePoll, showsBundle } from "./writing.ts";

const auth: Scenario["auth"] & { type: "oauth1" } = {
  type: "oauth1",
  // The one address that has no variables: HOST is the server's.
  request_token_url: "http://HOST/request",
  authorize_url: "http://{{host}}/authorize?to={{username}}&{{theme}}",
  access_token_url: "http://{{host}}/access?of={{theme}}",
  extra_fields: ["user_id"],
};
const tokens = { oauth_token: "t&1", oauth_token_secret: "ts=1" };

/** Tells whether a request is signed with the token. */
const signed: Respond = (request, _, origin) => {
  const secrets = { consumer_secret: "s3cret", token_secret: tokens.oauth_token_secret };
  return isSigned(request, origin, secrets)
    ? { body: '[{"id":"signed"}]' }
    : { status: 403, body: "not signed" };
};

const signing: readonly Scenario[] = [
  { name: "signs every request with OAuth1", auth, auth_fields: tokens, respond: signed, zap: "" },
  {
    name: "signs the query string and the params",
    auth,
    auth_fields: { ...tokens, theme: "a b" },
    path: "/things/x y?a=1&theme={{theme}}&empty=",
    respond: signed,
    zap: prePoll('bundle.request.params = { b: "it\'s (3)!*", n: 5 }; return bundle.request;'),
  },
  {
    name: "signs a list as with an empty entry more, which an API refuses",
    differs: {
      documented: "Requests are signed as the standard defines it.",
      legacy: true,
      source: "Archived documentation, OAuth v1, Using the Token Credentials",
      runner: "A parameter that occurs twice is signed with an additional empty entry.",
    },
    auth,
    auth_fields: tokens,
    path: "/things?a=1&a=2",
    respond: signed,
    zap: "",
  },
  {
    name: "signs a form",
    auth,
    auth_fields: tokens,
    respond: signed,
    zap: prePoll(
      "return { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, data: { a: 'x y', b: true } };",
    ),
  },
  {
    name: "does not sign JSON",
    auth,
    auth_fields: tokens,
    respond: signed,
    zap: prePoll("return { method: 'POST', data: '{\"a\":1}' };"),
  },
  {
    name: "keeps what pre_poll says of the signature",
    auth,
    auth_fields: tokens,
    zap: prePoll(
      "return { auth: { oauth_token: 'other', oauth_signature_method: 'PLAINTEXT', realm: 'r' } };",
    ),
  },
  {
    name: "signs with a user name and a password that the bundle shows",
    auth,
    auth_fields: { username: "ada", password: "p" },
    zap: prePoll("return bundle.request;"),
  },
  { name: "signs nothing without a token's secret", auth, auth_fields: { oauth_token: "t" }, zap: "" },
  {
    name: "shows OAuth1 tokens in the bundle, and no signature",
    auth,
    auth_fields: tokens,
    zap: showsBundle,
  },
  {
    name: "takes a 401 with OAuth1 for an error like any other",
    auth,
    auth_fields: tokens,
    respond: answer({ status: 401, body: "who?" }),
    zap: postPoll("return [];"),
  },
];

/** An API that gives tokens to whom it knows. */
function provider(replies: { readonly request?: Reply; readonly access?: Reply } = {}): Respond {
  return (request, _, origin) => {
    const path = request.path.split("?")[0];
    if (path === "/things") return signed(request, 0, origin);
    const secrets = { consumer_secret: "s3cret", ...(path === "/access" && { token_secret: "rts" }) };
    if (!isSigned(request, origin, secrets)) return { status: 403, body: "not signed" };
    if (path === "/request") return replies.request ?? { body: "oauth_token=rt&oauth_token_secret=rts" };
    return replies.access ?? { body: accessFor(request) };
  };
}

function accessFor(request: Arrived): string {
  const { oauth_verifier, oauth_token } = oauthParameters(request);
  const answer = { ...tokens, user_id: `${oauth_verifier} of ${oauth_token}`, more: "1" };
  return new URLSearchParams(answer).toString();
}

const redirect = { oauth_verifier: "v&1" };
const connecting: readonly Scenario[] = [
  {
    name: "goes through the three legs of OAuth1",
    auth,
    auth_fields: { theme: "t x", username: "ada" },
    redirect,
    respond: provider(),
    zap: showsBundle,
  },
  {
    name: "fails when the API gives no request token",
    auth,
    redirect,
    respond: provider({ request: { status: 400, body: "no" } }),
    zap: "",
  },
  {
    name: "fails when the API gives no access token",
    auth: { ...auth, access_token_url: "http://{{host}}/access" },
    redirect,
    respond: provider({ access: { status: 401, body: "no" } }),
    zap: "",
  },
  {
    name: "leaves the variables of the request token's URL alone",
    differs: {
      documented: "Variables in all URLs are rendered.",
      legacy: true,
      source: "Archived documentation, OAuth v2, Initial Setup",
      runner: "Those in OAuth1's URL for request tokens are not.",
    },
    auth: { ...auth, request_token_url: "http://HOST/request?of={{theme}}" },
    auth_fields: { theme: "t" },
    redirect,
    respond: provider(),
    zap: "",
  },
  {
    name: "signs variables that have no value, and does not send them",
    auth,
    redirect,
    respond: provider(),
    zap: "",
  },
  {
    name: "keeps a token that the authorize URL has already",
    auth_fields: { theme: "t" },
    auth: {
      ...auth,
      authorize_url: "http://{{host}}/authorize?oauth_token=x{{oauth_token}}&back={{redirect_uri}}",
    },
    redirect,
    respond: provider(),
    zap: "",
  },
];

/** Signed requests, and how an account gets its token. */
export const oauth1: readonly Scenario[] = [...signing, ...connecting];
