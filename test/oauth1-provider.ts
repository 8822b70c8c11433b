import { createHmac } from "node:crypto";

/** A request as it arrived. */
interface Signed {
  readonly method: string;
  /** Path and query string. */
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

interface Secrets {
  readonly consumer_secret: string;
  readonly token_secret?: string;
}

/** The parameters of the header: `OAuth oauth_token="a%20b"` -> `{oauth_token: "a b"}` */
export function oauthParameters({ headers }: Pick<Signed, "headers">): { readonly [name: string]: string } {
  const pairs = (headers.authorization ?? "").matchAll(/(\w+)="([^"]*)"/g);
  return Object.fromEntries([...pairs].map(([, name = "", value = ""]) => [name, decodeURIComponent(value)]));
}

/** Checks a signature as an API does: by RFC 5849, section 3.4. */
export function isSigned(request: Signed, origin: string, secrets: Secrets): boolean {
  const { oauth_signature, ...parameters } = oauthParameters(request);
  const url = new URL(request.path, origin);
  const isForm = request.headers["content-type"] === "application/x-www-form-urlencoded";
  const pairs = [
    ...Object.entries(parameters),
    ...url.searchParams,
    ...(isForm ? new URLSearchParams(request.body) : []),
  ];
  const encoded = pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const base = [request.method, url.origin + url.pathname, encoded.sort().join("&")].map(encode).join("&");
  const key = [secrets.consumer_secret, secrets.token_secret ?? ""].map(encode).join("&");
  return createHmac("sha1", key).update(base).digest("base64") === oauth_signature;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
