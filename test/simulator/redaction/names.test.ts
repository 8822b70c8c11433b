import { describe, expect, test } from "vitest";
import { Redactor } from "../../../src/simulator/redaction/redactor.ts";

const value = "v4lue/Of+it=";
const names = [
  ...[
    "token",
    "access_token",
    "accessToken",
    "AccessToken",
    "ACCESS-TOKEN",
    "refreshToken",
    "id_token",
    "authToken",
  ],
  ...[
    "secret",
    "clientSecret",
    "client_secret",
    "ClientSecret",
    "webhookSecret",
    "secretKey",
    "aws_secret_access_key",
  ],
  ...["password", "Password", "userPassword", "passwd", "pwd", "passphrase", "passcode"],
  ...[
    "apikey",
    "apiKey",
    "api_key",
    "API-Key",
    "x-api-key",
    "Ocp-Apim-Subscription-Key",
    "accessKey",
    "private_key",
  ],
  ...[
    "sessionId",
    "session_id",
    "session-key",
    "signature",
    "X-Hub-Signature-256",
    "hmac",
    "credentials",
    "jwt",
  ],
  ...["authorization", "Cookie", "set-cookie", "csrfToken", "oauth_token_secret", "code_verifier", "nonce"],
];

/** Texts that hold a value under a name. */
const places: { readonly [where: string]: (name: string) => string } = {
  "a property of JSON": (name) => JSON.stringify({ id: 1, [name]: value }),
  "a nested property of JSON": (name) => JSON.stringify({ a: [{ b: { [name]: value } }] }, null, 2),
  "a list of JSON": (name) => JSON.stringify({ [name]: ["a short one", value] }),
  "a list of lists": (name) => JSON.stringify({ [name]: [[value], [[value]]] }),
  "the value of an object": (name) => JSON.stringify({ [name]: { type: "x", value, expires: 3600 } }),
  "a name and a value": (name) =>
    JSON.stringify([
      { name, value },
      { name: "size", value: "XL" },
    ]),
  "a key and a content": (name) => JSON.stringify({ content: value, key: name }),
  "a pair": (name) =>
    JSON.stringify({
      headers: [
        [name, value],
        ["accept", "json"],
      ],
    }),
  "JSON within JSON": (name) =>
    JSON.stringify({ log: JSON.stringify({ sent: JSON.stringify({ [name]: value }) }) }),
  "lines of JSON": (name) => `${JSON.stringify({ id: 1 })}\n${JSON.stringify({ [name]: value })}\n`,
  "JSON that breaks off": (name) => JSON.stringify({ [name]: value, items: [1, 2] }).slice(0, -3),
  "a call with JSON": (name) => `callback(${JSON.stringify({ [name]: value })});`,
  "JSON in a page": (name) => `<script>var state = ${JSON.stringify({ [name]: value })};</script>`,
  "JSON in an attribute": (name) =>
    `<div data-a="${JSON.stringify({ [name]: value }).replaceAll('"', "&quot;")}"></div>`,
  "JSON in a form": (name) => `payload=${encodeURIComponent(JSON.stringify({ [name]: value }))}&a=1`,
  "JSON in Base64": (name) => `a.${Buffer.from(JSON.stringify({ [name]: value })).toString("base64url")}.b`,
  "a form": (name) => `a=1&${encodeURIComponent(name)}=${encodeURIComponent(value)}&b=2`,
  "a form with brackets": (name) => `user[${name}]=${encodeURIComponent(value)}`,
  "a form within a form": (name) => `a=${encodeURIComponent(`b=1&${name}=${encodeURIComponent(value)}`)}`,
  "a query string": (name) => `https://a.example/b?c=1&${name}=${encodeURIComponent(value)}#d`,
  "a fragment": (name) => `https://a.example/b#${name}=${encodeURIComponent(value)}&expires_in=1`,
  "an address in an address": (name) =>
    `https://a.example/?next=${encodeURIComponent(`https://b.example/?${name}=${encodeURIComponent(value)}`)}`,
  "an element": (name) => `<a><${name}>${value}</${name}><b>1</b></a>`,
  "an element with a prefix": (name) => `<s:a><s:${name} x="1">\n  ${value}\n</s:${name}></s:a>`,
  "an element with CDATA": (name) => `<${name}><![CDATA[${value}]]></${name}>`,
  "an attribute": (name) => `<a id="1" ${name}="${value}"/>`,
  "an attribute in single quotes": (name) => `<a ${name} = '${value}' b='1'/>`,
  "an input": (name) => `<input type="hidden" name="${name}" value="${value}">`,
  "an input, the value first": (name) => `<input value="${value}" name="${name}">`,
  "a parameter": (name) => `<param name="${name}">${value}</param>`,
  "a property list": (name) => `<dict><key>${name}</key>\n<string>${value}</string></dict>`,
  "XML-RPC": (name) => `<member><name>${name}</name><value><string>${value}</string></value></member>`,
  "a part of a multipart body": (name) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: text/plain\r\n\r\n${value}\r\n--x--\r\n`,
  "a header in a text": (name) => `GET / HTTP/1.1\r\nHost: a.example\r\n${name}: ${value}\r\nAccept: */*\r\n`,
  "an object of JavaScript": (name) => `{ id: 1, '${name}': '${value}' }`,
  YAML: (name) => `a: 1\n${name}: ${value}\nb: 2\n`,
  GraphQL: (name) => `mutation { login(user: "a", ${name.replace(/\W/g, "_")}: "${value}") { id } }`,
};

describe.each(Object.entries(places))("by its name, a value is taken out of %s", (_, write) => {
  test.each(names)("%s", (name) => {
    const text = write(name);
    const redacted = new Redactor().text(text);
    for (const form of [value, encodeURIComponent(value), encodeURIComponent(encodeURIComponent(value))])
      expect(redacted).not.toContain(form);
    expect(decoded(redacted)).not.toContain(value);
    expect(decoded(redacted)).toMatch(/redacted-/);
    expect(new Redactor().text(redacted)).toBe(redacted);
  });
});

test("a secret in Base64 of 25 times Base64 is found, and in a moment", () => {
  const nested = Array.from({ length: 25 }).reduce<string>(
    (text) => Buffer.from(text).toString("base64"),
    JSON.stringify({ token: value }),
  );
  const redactor = new Redactor();
  expect(redactor.text(nested)).not.toBe(nested);
  expect(redactor.known).toBe(1);
});

/** What stands in the middle of `a.BASE64.b`. */
function decoded(text: string): string {
  const [, part] = /^a\.([\w-]+)\.b$/.exec(text) ?? [];
  return part ? Buffer.from(part, "base64url").toString() : text;
}

test.each([
  ['{"access_token":123456,"expires_in":3600}', '{"access_token":"redacted-access-token","expires_in":3600}'],
  ['{"a":"{\\"pin_token\\": 5}"}', '{"a":"{\\"pin_token\\": \\"redacted-pin-token\\"}"}'],
  ['{ "id": 1,\n  "password" : "x" }', '{ "id": 1,\n  "password" : "redacted-password" }'],
  ['[{"id":12345678901234567890,"token":"abc"}]', '[{"id":12345678901234567890,"token":"redacted-token"}]'],
  [
    "returned 503 to https://a.example/?token=v4lue: no",
    "returned 503 to https://a.example/?token=redacted-token: no",
  ],
  ["https://ada:s3cr3t@a.example/b", "https://ada:redacted-password@a.example/b"],
  ["Bearer abc.def-123", "Bearer redacted-authorization"],
  ["grant_type=authorization_code&code=c0de&a=1", "grant_type=authorization_code&code=redacted-code&a=1"],
  ["https://a.example/back?code=c0de&state=s", "https://a.example/back?code=redacted-code&state=s"],
])("%s becomes %s", (text, expected) => {
  expect(new Redactor().text(text)).toBe(expected);
});

describe("stays as it is", () => {
  test.each([
    '{"id":7,"key":"cities","label":"Cities","code":"FR","session":"Keynote","auth":"basic"}',
    '{"token_type":"Bearer","expires_in":3600,"scope":"read write","author":"Ada","authenticated":true}',
    '{"next_page_token":"CAoQAA","nextPageToken":"CAoQAA","page_token":null,"total_tokens":512,"tokens":17}',
    '{"fields":["password","username","email"],"required":["token","id"],"password":null,"secret":false}',
    '{"type":"password","help":"Enter your password, or a token: https://a.example/tokens?id=1"}',
    '{"url":"https://a.example/things?page=2&q=caf%C3%A9+cr%C3%A8me#top","n":1.50,"big":12345678901234567890}',
    "<a href=\"/tokens\">Tokens &amp; passwords</a> <label for='password'>Password</label>",
    "A bearer of news: the secret is out. Basic authentication is needed.",
    "countersign=1&passenger=Ada&compass=north&keynote=1&design=2&monkey=3",
    "2026-03-01T09:00:00Z GET /things?since=2026-03-01T09%3A00%3A00.000Z 200 in 12 ms",
    "https://a.example:8080/a/b;v=1?x[]=1&x[]=2&empty=&plus=a+b",
    '{"image":"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="}',
    "{{bundle.auth_fields.token}} token={{token}} password=***",
    "SELECT * FROM things WHERE name = 'a' AND size > 3 -- [1, 2, 3, 4, 5]",
  ])("%s", (text) => {
    const redactor = new Redactor();
    redactor.learn([{ value: "s3cr3t-key-4711", placeholder: "redacted-api-key", isCredential: true }]);
    expect(redactor.text(text)).toBe(text);
  });
});
