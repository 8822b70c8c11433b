// Source: docs/platform.md, "`z`"; runner, zfactory.js.

/** The platform's own functions. */
declare namespace z {
  /** JSON with an error that shows what was not JSON. */
  // biome-ignore lint/suspicious/noShadowRestrictedNames: the platform's own name
  const JSON: {
    /**
     * As `JSON.parse`. The result is unknown until you name its type: `z.JSON.parse<Ticket[]>(response.content)`.
     * Nothing checks that the text holds what you say.
     *
     * The type is never taken from where the value goes, so that trusting an answer is always a visible choice.
     *
     * @param text - JSON; the content of a response. Null, which an empty response has, gives null.
     * @throws Error `Error parsing response. We got: "…"` with the first 100 characters.
     */
    parse<T = unknown>(text: string | null): NoInfer<T>;
    /** As `JSON.stringify` with one argument. */
    stringify(value: unknown): string;
  };

  /**
   * A digest of a text: `z.hash("md5", "text")`.
   *
   * @param algorithm - One that OpenSSL has.
   * @param text - What is digested.
   * @param encoding - How the digest is written; `hex` when left out.
   * @param input_encoding - How the text becomes bytes. It is `binary` when left out, which keeps only the lower byte of
   *   each character: for text that is not plain ASCII give `utf8`.
   */
  function hash(
    algorithm: crypto.Algorithm,
    text: string,
    encoding?: crypto.DigestEncoding,
    input_encoding?: crypto.Encoding,
  ): string;

  // Observed: `hasher.update(text)` without an encoding takes binary on Node.js 4.3.1 and UTF-8 on 20.
  /**
   * A keyed digest of a text: `z.hmac("sha256", secret, text)`.
   *
   * Key and text should be plain ASCII: other characters become bytes in different ways on the two runtimes.
   *
   * @param algorithm - One that OpenSSL has.
   * @param key - The secret.
   * @param text - What is digested.
   * @param encoding - How the digest is written; `hex` when left out.
   */
  function hmac(
    algorithm: crypto.Algorithm,
    key: string,
    text: string,
    encoding?: crypto.DigestEncoding,
  ): string;

  /**
   * Censors a secret, so that it can be logged: `:censored:LENGTH:HASH:`, with ten digits of a salted hash by which equal
   * secrets can be recognised.
   */
  function snipify(text: string): string;

  // Source: runner, zfactory.js: the npm package `aws-sdk`.
  /**
   * The AWS SDK for JavaScript, version 2. It is not typed here: say what you use of it, as in
   * `const { S3 } = z.AWS() as { S3: new (options: object) => MyS3 }`.
   */
  function AWS(): unknown;
}
