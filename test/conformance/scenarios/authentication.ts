import type { Scenario } from "../scenario.ts";
import { digest, digestChallenge } from "./digest-provider.ts";
import { answer, postPoll, prePoll, showsBundle } from "./writing.ts";

const credentials = { username: "{{username}}", password: "{{password}}x" };
const ada = { username: "ada", password: "pä:ss" };
const basic = { type: "basic", mapping: credentials } as const;
const digestAuth = { type: "digest", mapping: credentials } as const;

const withoutTokens: readonly Scenario[] = [
  { name: "asks an API without accounts", auth: { type: "none" }, zap: "" },
  { name: "shows a bundle without accounts", auth: { type: "none" }, zap: showsBundle },
  { name: "sends Basic credentials as they are mapped", auth: basic, auth_fields: ada, zap: "" },
  {
    name: "shows Basic credentials in the bundle, as they are mapped",
    auth: { type: "basic", mapping: { username: "{{theme}}:{{host}}", password: "x" } },
    auth_fields: { theme: "key" },
    path: "/things/{{username}}/{{password}}",
    zap: showsBundle,
  },
  {
    name: "renders the mapped credentials in the address",
    auth: { type: "basic", mapping: { username: "{{ theme }}{{none}}", password: "x" } },
    auth_fields: { theme: "key" },
    path: "/things/{{username}}/{{bundle.authData.password}}",
    zap: "",
  },
  {
    name: "sends no Basic header without user name and password",
    auth: { type: "basic", mapping: { username: "{{username}}", password: "{{password}}" } },
    zap: "",
  },
  {
    name: "overwrites the Basic header of pre_poll",
    auth: basic,
    auth_fields: ada,
    zap: prePoll(
      "bundle.request.headers.Authorization = 'mine'; bundle.request.auth = ['a', 'b']; return bundle.request;",
    ),
  },
  {
    name: "takes a 401 with Basic for an error like any other, after post_poll",
    auth: basic,
    auth_fields: ada,
    respond: answer({ status: 401, body: "who?" }),
    zap: postPoll("console.log(bundle.response.status_code); return [];"),
  },
  {
    name: "does not repeat after an InvalidSessionException with Basic",
    auth: basic,
    auth_fields: ada,
    zap: postPoll("throw new InvalidSessionException('who?');"),
  },
  {
    name: "places an API key in a header",
    auth: {
      type: "api_key",
      placement: "header",
      mapping: { "X-Key": "{{theme}}", Authorization: "Key {{password}}" },
    },
    auth_fields: { theme: "t", password: "p" },
    zap: "",
  },
  {
    name: "places an API key in the query string",
    auth: { type: "api_key", placement: "querystring", mapping: { secret: "{{password}}" } },
    auth_fields: { password: "a b&c" },
    path: "/things?a=1",
    zap: prePoll("bundle.request.params.b = 2; return bundle.request;"),
  },
  {
    name: "keeps the API key of the URL beside the placed one",
    auth: { type: "api_key", placement: "querystring", mapping: { secret: "{{password}}" } },
    auth_fields: { password: "p" },
    path: "/things?secret=mine",
    zap: "",
  },
  {
    name: "takes a 401 with an API key for an error like any other",
    auth: { type: "api_key", placement: "header", mapping: { "X-Key": "{{theme}}" } },
    respond: answer({ status: 401 }),
    zap: "",
  },
];

const digests: readonly Scenario[] = [
  { name: "answers a Digest challenge", auth: digestAuth, auth_fields: ada, respond: digest(), zap: "" },
  {
    name: "answers a Digest challenge for the path, without the query string",
    auth: digestAuth,
    auth_fields: ada,
    path: "/things/a b?c={{username}}",
    respond: digest(),
    zap: prePoll("bundle.request.params.d = 'e'; return bundle.request;"),
  },
  {
    name: "asks for the challenge with the request's method",
    auth: digestAuth,
    auth_fields: ada,
    respond: digest(),
    zap: prePoll("return { method: 'POST', data: '{\"a\":1}' };"),
  },
  {
    name: "answers a Digest challenge without qop, with opaque and algorithm",
    auth: digestAuth,
    auth_fields: ada,
    respond: digest({ qop: undefined, opaque: "o", algorithm: "MD5" }),
    zap: "",
  },
  {
    name: "chooses auth among the qualities of protection, and returns the cookie",
    auth: digestAuth,
    auth_fields: ada,
    respond: digest({ qop: "auth,auth-int" }, { "set-cookie": ["a=1; Path=/", "b=2"] }),
    zap: "",
  },
  { name: "sends no Digest header where it is not challenged", auth: digestAuth, auth_fields: ada, zap: "" },
  {
    name: "knows no other algorithm for Digest",
    auth: digestAuth,
    auth_fields: ada,
    respond: answer(digestChallenge({ algorithm: "SHA-256" })),
    zap: "",
  },
  {
    name: "knows no other quality of protection",
    auth: digestAuth,
    auth_fields: ada,
    respond: answer(digestChallenge({ qop: "auth-int" })),
    zap: "",
  },
  { name: "shows Digest credentials in the bundle", auth: digestAuth, auth_fields: ada, zap: showsBundle },
];

/** The types of authentication that know what the user typed, and nothing else. */
export const authentication: readonly Scenario[] = [...withoutTokens, ...digests];
