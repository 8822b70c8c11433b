import type { Poll, Trigger } from "zapc";
import { is } from "./is.ts";

declare const bundle: Poll<Trigger>;

export const request = () => {
  const response = is<z.Response>()(z.request({ url: "https://example.com" }));
  is<number>()(response.status_code);
  is<string | null>()(response.content);
  is<string | undefined>()(response.headers["content-type"]);
  is<string[] | undefined>()(response.headers["set-cookie"]);

  is<z.Response>()(z.request({ uri: "https://example.com", qs: { a: [1, 2], b: { c: null } } }));
  z.request(bundle.request);
  z.request(bundle);
  z.request({ request: { url: "https://example.com" } });
  z.request({ ...bundle.request, method: "post", headers: { "X-Key": "k", "X-None": undefined } });
  z.request({
    url: "https://example.com",
    method: "POST",
    params: { q: "x", page: 1, all: true, none: null, not: undefined },
    data: z.JSON.stringify({ a: 1 }),
    auth: ["user", "password"],
    followRedirect: false,
    followAllRedirects: false,
    maxRedirects: 1,
    gzip: true,
    timeout: 5000,
    strictSSL: true,
    encoding: "binary",
    useQuerystring: true,
  });
  z.request({ url: "https://example.com", method: "POST", form: { a: "x", b: [1] } });
  z.request({ url: "https://example.com", method: "POST", form: "a=x" });
  z.request({ url: "https://example.com", formData: { a: "x", f: { value: "text", options: { filename: "f.txt" } } } });

  is<unknown>()(z.request({ url: "https://example.com", json: true }).content);
  is<unknown>()(z.request({ url: "https://example.com", json: { a: 1 } }).content);
  is<string | null>()(z.request({ url: "https://example.com", json: false }).content);
  z.request({ url: "https://example.com", json: true, data: { a: [1] } });

  // @ts-expect-error an address is missing
  z.request({ method: "GET" });
  // @ts-expect-error a text is no request
  z.request("https://example.com");
  // @ts-expect-error unknown
  z.request({ url: "https://example.com", query: { a: 1 } });
  // @ts-expect-error unknown in the request of a bundle
  z.request({ request: { url: "https://example.com", header: {} } });
  // @ts-expect-error an object is sent with json only
  z.request({ url: "https://example.com", data: { a: 1 } });
  // @ts-expect-error
  z.request({ url: "https://example.com", auth: { user: "u", password: "p" } });
  // @ts-expect-error nothing has been parsed
  z.request({ url: "https://example.com" }).content.results;
  // @ts-expect-error it does not return a promise
  z.request({ url: "https://example.com" }).then(() => {});
  // @ts-expect-error a cookie is one of several
  response.headers["set-cookie"] === "a=1";
  // @ts-expect-error a header may not be there
  response.headers["content-type"].length;
};

export const requestLater = () => {
  is<void>()(
    z.request({ url: "https://example.com" }, (error, response) => {
      // @ts-expect-error the error is to be looked at first
      response.status_code.toFixed();
      if (error) {
        is<Error>()(error);
        return;
      }
      is<null>()(error);
      is<z.Response>()(response);
    }),
  );
  z.request(bundle, (error) => error?.message);
  z.request(bundle, () => 1);
  z.request({ url: "https://example.com", json: true }, (_error, { content }) => {
    is<unknown>()(content);
  });

  // @ts-expect-error
  z.request({ url: "https://example.com" }, "callback");
  // @ts-expect-error
  z.request({ url: "https://example.com" }, () => {}).status_code;
  // @ts-expect-error
  z.request({ url: "https://example.com", query: {} }, () => {});
};

export const json = () => {
  is<unknown>()(z.JSON.parse("{}"));
  is<number[]>()(z.JSON.parse<number[]>("[1]"));
  is<unknown>()(z.JSON.parse(z.request({ url: "https://example.com" }).content));
  is<string>()(z.JSON.stringify({ a: 1 }));
  // @ts-expect-error what it is must be said where it is parsed
  const list: number[] = z.JSON.parse("[1]");
  // @ts-expect-error
  z.JSON.parse({ a: 1 });
  // @ts-expect-error
  z.JSON.stringify({ a: 1 }, null, 2);
  return list;
};

export const digests = () => {
  is<string>()(z.hash("md5", "text"));
  is<string>()(z.hash("sha256", "text", "base64", "utf8"));
  is<string>()(z.hmac("sha1", "key", "text"));
  is<string>()(z.hmac("sha512", "key", "text", "base64"));
  is<string>()(z.snipify("secret"));
  is<unknown>()(z.AWS());
  // @ts-expect-error
  z.hash("md5");
  // @ts-expect-error
  z.hash("md5", "text", "octal");
  // @ts-expect-error
  z.hmac("sha1", "text");
  // @ts-expect-error
  z.snipify(1);
  // @ts-expect-error
  z.AWS().S3;
  // @ts-expect-error
  z.console.log("x");
};
