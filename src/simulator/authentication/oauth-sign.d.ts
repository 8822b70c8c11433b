declare module "oauth-sign" {
  /** Signs a request by RFC 5849. `parameters` are those of the header, the query string and the form. */
  export function sign(
    signature_method: string,
    method: string,
    url: string,
    parameters: object,
    consumer_secret: string | undefined,
    token_secret: string | undefined,
  ): string;

  /** Percent-encodes by RFC 5849. */
  export function rfc3986(text: string): string;
}
