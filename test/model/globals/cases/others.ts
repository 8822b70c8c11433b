import { is } from "./is.ts";

export const xml = () => {
  const document = is<DOMParser.Document | undefined>()(new DOMParser().parseFromString("<a b='c'/>", "text/xml"));
  const root = document?.documentElement;
  if (!document || !root) return;
  is<string>()(root.getAttribute("b"));
  is<DOMParser.Element[]>()(_.toArray(root.getElementsByTagName("x")));
  is<string | null>()(root.textContent);
  const child = root.appendChild(document.createElement("d"));
  child.setAttribute("e", "f");
  root.insertBefore(document.createTextNode("t"), root.firstChild);
  is<string>()(new XMLSerializer().serializeToString(document));
  new DOMParser({ errorHandler: { error: (message) => is<string>()(message) } });

  // @ts-expect-error
  document.querySelector("a");
  // @ts-expect-error
  root.innerHTML;
  // @ts-expect-error
  root.children;
  // @ts-expect-error which kind of text it is
  new DOMParser().parseFromString("<a/>");
  // @ts-expect-error
  new XMLSerializer().serializeToString("<a/>");
  // @ts-expect-error not a type of its own
  const element: Element = root;
  return element;
};

export const base64 = () => {
  is<string>()(atob(btoa("x")));
  // @ts-expect-error
  btoa(1);
  // @ts-expect-error
  atob();
};

export const log = () => {
  console.log("%s", 1, { a: 1 });
  console.info("a");
  console.warn("a");
  console.error(new Error("a"));
  // @ts-expect-error
  console.table([]);
  // @ts-expect-error
  console.time("a");
};

export const exceptions = () => {
  const thrown: Error[] = [
    new ErrorException("message"),
    new HaltedException("reason"),
    new StopRequestException("reason"),
    new ExpiredAuthException("message"),
    new InvalidSessionException(),
    new RefreshTokenException(),
  ];
  try {
    throw thrown[0];
  } catch (error) {
    if (error instanceof HaltedException) is<string>()(error.message);
  }
  // @ts-expect-error the user reads it
  new ErrorException();
  // @ts-expect-error
  new HaltedException();
  // @ts-expect-error
  new ExpiredAuthException(401);
  // @ts-expect-error
  new StopRequestException();
  // @ts-expect-error
  ErrorException("message");
  // @ts-expect-error scripts do not get it
  new DehydrateException("message");
};

export const timers = () => {
  const timer = setTimeout((text, n) => is<string>()(text).length + n, 10, "a", 1);
  clearTimeout(timer);
  clearTimeout(undefined);
  setTimeout(() => {});
  // @ts-expect-error
  setTimeout("alert()", 10);
  // @ts-expect-error its shape depends on the runtime
  timer.unref();
  // @ts-expect-error
  clearTimeout(1);
};

export const digests = () => {
  is<string>()(crypto.createHash("sha256").update("text", "utf8").digest("hex"));
  is<require.Buffer>()(crypto.createHmac("sha256", "key").update("text", "utf8").digest());
  is<string>()(crypto.randomBytes(16).toString("hex"));
  is<require.Buffer>()(crypto.pbkdf2Sync("password", "salt", 1000, 32, "sha256"));
  is<string>()(crypto.createSign("RSA-SHA256").sign("key", "base64"));
  const cipher = crypto.createCipheriv("aes-128-cbc", "0123456789abcdef", crypto.randomBytes(16));
  is<string>()(cipher.update("text", "utf8", "hex") + cipher.final("hex"));
  // @ts-expect-error its encoding differs by runtime
  crypto.createHash("md5").update("text");
  // @ts-expect-error since Node.js 15
  crypto.createHash("md5").digest("base64url");
  // @ts-expect-error since Node.js 14
  crypto.randomUUID();
  // @ts-expect-error gone since Node.js 22
  crypto.createCipher("aes-128-cbc", "password");
  // @ts-expect-error the browser's
  crypto.subtle;
};

export const builtIns = () => {
  const querystring = require("querystring");
  is<string>()(querystring.stringify({ a: 1, b: ["x", "y"], c: undefined }));
  is<string | string[] | undefined>()(querystring.parse("a=1").a);
  const url = require("url");
  is<string | null>()(url.parse("https://a.b/c?d=1").query);
  is<string | string[] | undefined>()(url.parse("https://a.b/c?d=1", true).query.d);
  is<string>()(url.format({ ...url.parse("https://a.b"), query: { a: 1 } }));
  is<string>()(url.resolve("https://a.b", "/c"));
  is<string>()(require("util").format("%s", 1));
  is<string>()(require("util").inspect({}, { depth: null }));
  is<string>()(require("crypto").createHash("md5").digest("hex"));
  const { Buffer } = require("buffer");
  is<string>()(new Buffer("text", "utf8").toString("base64"));
  // @ts-expect-error no files
  require("fs");
  // @ts-expect-error no processes
  require("child_process");
  // @ts-expect-error no sockets
  require("http");
  // @ts-expect-error nothing from npm
  require("lodash");
  // @ts-expect-error nothing of yours
  require("./domain");
  // @ts-expect-error not on Node.js 4
  require("node:url");
  // @ts-expect-error not on Node.js 4
  Buffer.from("text");
  // @ts-expect-error not on Node.js 4
  new url.URL("https://a.b");
  // @ts-expect-error not on Node.js 4
  require("util").promisify;
};

export const undefinedOnThePlatform = () => {
  // @ts-expect-error
  process.env.KEY;
  // @ts-expect-error
  global.x;
  // @ts-expect-error
  root.x;
  // @ts-expect-error
  module.exports = {};
  // @ts-expect-error
  setInterval(() => {}, 1);
  // @ts-expect-error
  child_process.exec("ls");
  // @ts-expect-error
  Buffer;
  // @ts-expect-error
  window;
  // @ts-expect-error
  fetch("https://example.com");
};
