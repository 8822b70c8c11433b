import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";

/** A value that an account holds, and the one of another account that replays the recording. */
export interface SecretCase {
  readonly what: string;
  readonly value: string | number;
  readonly another: string | number;
}

export const secretCases: readonly SecretCase[] = [
  { what: "a key", value: "Kq9zP4vL2m", another: "another-key-1" },
  { what: "marks and letters", value: `K3y with/ü&<x>'"+=`, another: `0ther /ä&<>'"+=1` },
  { what: "accents, composed", value: "pässwörd-é1".normalize("NFC"), another: "änother-é2" },
  { what: "accents, decomposed", value: "pässwörd-é1".normalize("NFD"), another: "änother-é2" },
  { what: "blanks around", value: "  tr1mmed-k3y  ", another: " an0ther-key" },
  { what: "a number", value: 481516234, another: 99887766 },
  { what: "digits", value: "0815471142", another: "9911882277" },
  { what: "a user and a password", value: "acme-user:p4ss/w0rd", another: "other-user:other/p4ss" },
  { what: "a scheme and a token", value: "Bearer tok-123.abc_456", another: "Bearer tok-987.zyx_654" },
  { what: "letters only", value: "correcthorsebattery", another: "troubadourandthree" },
  { what: "backslashes and quotes", value: `a\\b"c/d'1\\n`, another: `x\\y"z/w'2\\t` },
  { what: "no letters of the plane", value: "🔑k3y🔐x-ключ", another: "🗝other-ключ2" },
  { what: "percent signs", value: "100%25sure&x%zz", another: "50%20other&y%qq" },
  { what: "Base64", value: "c2VjcmV0LXZhbHVl+/9=", another: "YW5vdGhlci12YWx1+/8=" },
];

/** The ways to write a value. */
export interface Form {
  readonly how: string;
  readonly write: (text: string) => string;
}

const hexOf = (text: string) => Buffer.from(text).toString("hex");
const percentOfAll = (text: string) => hexOf(text).replace(/../g, (byte) => `%${byte.toUpperCase()}`);
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
const unicode = (text: string) =>
  text
    .split("")
    .map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
const entities = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
const each = (text: string, write: (code: number) => string) =>
  [...text].map((char) => write(char.codePointAt(0) as number)).join("");
const base64 = (text: string) => Buffer.from(text).toString("base64");
const times = (count: number, write: (text: string) => string) => (text: string) =>
  Array.from({ length: count }).reduce<string>((written) => write(written), text);

export const forms: readonly Form[] = [
  { how: "as it is", write: (text) => text },
  { how: "without blanks", write: (text) => text.trim() },
  { how: "composed", write: (text) => text.normalize("NFC") },
  { how: "decomposed", write: (text) => text.normalize("NFD") },
  { how: "percent-encoded", write: encodeURIComponent },
  { how: "percent-encoded as an address", write: encodeURI },
  { how: "percent-encoded in small letters", write: (text) => percentOfAll(text).toLowerCase() },
  { how: "percent-encoded wholly", write: percentOfAll },
  { how: "percent-encoded twice", write: times(2, encodeURIComponent) },
  { how: "percent-encoded three times", write: times(3, encodeURIComponent) },
  { how: "in a form", write: (text) => new URLSearchParams({ a: text }).toString().slice(2) },
  { how: "in JSON", write: inJson },
  { how: "in JSON with \\/", write: (text) => inJson(text).replaceAll("/", "\\/") },
  { how: "in JSON with \\u", write: unicode },
  { how: "in JSON within JSON", write: times(2, inJson) },
  { how: "in JSON within JSON within JSON", write: times(3, inJson) },
  { how: "in JSON, percent-encoded", write: (text) => encodeURIComponent(inJson(text)) },
  { how: "percent-encoded, in JSON", write: (text) => inJson(percentOfAll(text)) },
  { how: "with entities", write: entities },
  { how: "with entities twice", write: times(2, entities) },
  { how: "with decimal entities", write: (text) => each(text, (code) => `&#${code};`) },
  { how: "with hexadecimal entities", write: (text) => each(text, (code) => `&#x${code.toString(16)};`) },
  {
    how: "with entities in capitals",
    write: (text) => each(text, (code) => `&#X${code.toString(16).toUpperCase()};`),
  },
  { how: "in Base64", write: base64 },
  { how: "in Base64 for addresses", write: (text) => Buffer.from(text).toString("base64url") },
  { how: "in Base64 without padding", write: (text) => base64(text).replace(/=+$/, "") },
  { how: "in Base64 of Base64", write: times(2, base64) },
  { how: "in Base64 of Base64 of Base64", write: times(3, base64) },
  { how: "in Base64, percent-encoded", write: (text) => encodeURIComponent(base64(text)) },
  { how: "as the password of Basic authentication", write: (text) => base64(`user:${text}`) },
  { how: "as the user of Basic authentication", write: (text) => base64(`${text}:x`) },
  { how: "in JSON in Base64", write: (text) => base64(JSON.stringify({ id: 1, note: text })) },
  { how: "in a form in Base64", write: (text) => base64(`a=1&note=${encodeURIComponent(text)}`) },
  { how: "in hexadecimal", write: hexOf },
  { how: "in hexadecimal in capitals", write: (text) => hexOf(text).toUpperCase() },
  { how: "in hexadecimal with colons", write: (text) => hexOf(text).replace(/..(?=.)/g, "$&:") },
  { how: "in hexadecimal in Base64", write: (text) => base64(hexOf(text)) },
  { how: "as numbers of bytes", write: (text) => JSON.stringify([...Buffer.from(text)]) },
  { how: "in small letters", write: (text) => text.toLowerCase() },
  { how: "in capitals", write: (text) => text.toUpperCase() },
];

/** The place of a text: in a request, or in an answer. */
export interface Place {
  readonly where: string;
  readonly exchange: (text: string) => {
    readonly url?: string;
    readonly headers?: { readonly [name: string]: string };
    readonly body?: string | Uint8Array;
    readonly answer?: {
      readonly headers?: { readonly [name: string]: string | string[] };
      readonly body: string | Uint8Array;
    };
  };
  /** True if it is JSON, and stays so. */
  readonly isJson?: true;
}

const line = (text: string) => text.replace(/[\r\n]+/g, " ");
const json = { "content-type": "application/json" };
const multipart = { "content-type": "multipart/form-data; boundary=x7x" };
const part = (text: string) =>
  `--x7x\r\nContent-Disposition: form-data; name="note"\r\n\r\n${text}\r\n--x7x\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n`;
const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00, 0x80]);

export const places: readonly Place[] = [
  {
    where: "a query string",
    exchange: (text) => ({ url: `https://api.example.com/things?q=${line(text)}&page=2` }),
  },
  { where: "a path", exchange: (text) => ({ url: `https://api.example.com/${line(text)}/things` }) },
  { where: "a fragment", exchange: (text) => ({ url: `https://api.example.com/things#/at/${line(text)}` }) },
  { where: "a header", exchange: (text) => ({ headers: { "X-Note": line(text) } }) },
  { where: "the name of a header", exchange: (text) => ({ headers: { [`X-${line(text)}`]: "1" } }) },
  { where: "a form", exchange: (text) => ({ body: `a=1&note=${text}&b=2` }) },
  { where: "a text", exchange: (text) => ({ body: `It is ${text}, they say.` }) },
  {
    where: "a multipart body",
    exchange: (text) => ({ headers: multipart, body: `${part(text)}abc\r\n--x7x--\r\n` }),
  },
  {
    where: "a multipart body with bytes",
    exchange: (text) => ({
      headers: multipart,
      body: Buffer.concat([Buffer.from(part(text)), picture, Buffer.from("\r\n--x7x--\r\n")]),
    }),
  },
  {
    where: "JSON of a request",
    isJson: true,
    exchange: (text) => ({ headers: json, body: JSON.stringify({ id: 1, note: text }) }),
  },
  {
    where: "JSON of an answer",
    isJson: true,
    exchange: (text) => ({ answer: { headers: json, body: JSON.stringify([{ id: 1, note: text }]) } }),
  },
  {
    where: "a list in JSON",
    isJson: true,
    exchange: (text) => ({ answer: { headers: json, body: JSON.stringify({ notes: ["a", text, 2] }) } }),
  },
  {
    where: "a property's name in JSON",
    isJson: true,
    exchange: (text) => ({ answer: { headers: json, body: JSON.stringify({ [text]: [1, "a"] }) } }),
  },
  {
    where: "JSON within JSON",
    isJson: true,
    exchange: (text) => ({
      answer: {
        headers: json,
        body: JSON.stringify({ log: JSON.stringify({ sent: JSON.stringify({ note: text, id: 7 }) }) }),
      },
    }),
  },
  {
    where: "an element",
    exchange: (text) => ({ answer: { body: `<a><note kind="x">${text}</note><b>1</b></a>` } }),
  },
  { where: "an attribute", exchange: (text) => ({ answer: { body: `<a><b note="${text}" id="1"/></a>` } }) },
  {
    where: "a header of an answer",
    exchange: (text) => ({ answer: { headers: { "x-note": [line(text), "b"] }, body: "{}" } }),
  },
  {
    where: "a redirect",
    exchange: (text) => ({
      answer: { headers: { location: `https://b.example/c?d=${line(text)}#e` }, body: "" },
    }),
  },
  {
    where: "a text of Latin-1",
    exchange: (text) => ({ answer: { body: Buffer.from(`caf\xe9 ${line(text)}`, "latin1") } }),
  },
  {
    where: "bytes",
    exchange: (text) => ({ answer: { body: Buffer.concat([picture, Buffer.from(text), picture]) } }),
  },
  ...Object.entries({ gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }).map(
    ([encoding, pack]) => ({
      where: `an answer packed by ${encoding}`,
      exchange: (text: string) => ({
        answer: {
          headers: { ...json, "content-encoding": encoding, "content-length": "1" },
          body: pack(JSON.stringify({ note: text })),
        },
      }),
    }),
  ),
  {
    where: "the error of a connection",
    exchange: (text) => ({ answer: { headers: { failure: text }, body: "" } }),
  },
];
