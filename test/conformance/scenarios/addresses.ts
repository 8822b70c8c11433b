import type { Scenario } from "../scenario.ts";
import { prePoll } from "./writing.ts";

const host = "bundle.auth_fields.host";

/** In a user's name and password. */
const users = ["u%ser:p%w", "us%20er:p%25w", "u", ":p", "u:", "é:ü", "u:p:q", "a%2:b"];

const odd = [
  ...["a b", "[::z]", "exa$mple!.com", "", "%zz", "a..b", "host:abc", "1.2.3.4.5", "xn--", "user@"],
  ...["localhost:0", "0x7f.1.:1", "localhost:99999"],
].map((name) => `http://${name}/things`);
const notHttp = [
  "ftp://HOST/",
  "data:text/plain,x",
  "about:blank",
  "javascript:1",
  "//HOST/things",
  "http:\\\\HOST\\things",
];

/** Addresses that nobody should ask. */
export const addresses: readonly Scenario[] = [
  ...users.map((user) => ({
    name: `asks an address with the user ${user}`,
    zap: prePoll(`return { url: 'http://${user}@' + ${host} + '/things' };`),
  })),
  ...users.map((user) => ({
    name: `asks an address with the user ${user} by z.request`,
    zap: `thing_poll: function (bundle) { return [{ id: 1, status: z.request({ url: 'http://${user}@' + ${host} + '/things' }).status_code }]; }`,
  })),
  ...[...odd, ...notHttp].map((url) => ({
    name: `cannot ask ${url}`,
    zap: prePoll(`return { url: ${JSON.stringify(url)} };`),
  })),
  ...odd.map((url) => ({
    name: `cannot ask ${url} by z.request`,
    zap: `thing_poll: function () { z.request({ url: ${JSON.stringify(url)} }); return []; }`,
  })),
  {
    name: "hands a callback the error of a port that does not exist",
    zap: `thing_poll: function (bundle, callback) {
      z.request({ url: 'http://localhost:65536/' }, function (error) {
        callback(null, [{ id: 1, value: [error.name, error.message, error.code, error instanceof RangeError] }]);
      });
    }`,
  },
  ...["file:///etc/passwd", ...notHttp.slice(0, 4)].map((location) => ({
    name: `follows no redirect to ${location}`,
    zap: "",
    respond: () => ({ status: 302, headers: { location } }),
  })),
  {
    name: "asks as another user where a redirect says so",
    zap: "",
    respond: ({ path }, _, origin) =>
      path === "/target"
        ? { body: '[{"id":1}]' }
        : { status: 302, headers: { location: `${origin.replace("//", "//u%25:p@")}/target` } },
  },
];
