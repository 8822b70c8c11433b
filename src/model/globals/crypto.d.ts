/*
 * Node.js' cryptography, as far as Node.js 4.3 and today's agree. Source: observed on Node.js 4.3.1 and 20. There, a text without
 * an encoding becomes bytes as `binary` on 4 and as `utf8` on 20: that is why the encodings are required here.
 */

/** Digests, ciphers and signatures. For a digest of a text, `z.hash` and `z.hmac` are shorter. */
declare namespace crypto {
  /** The encoding in which a text stands for bytes. `binary` is one character a byte, as `atob` and `btoa` have it. */
  type Encoding = "utf8" | "ascii" | "binary" | "base64" | "hex";
  /** The encoding in which bytes are written as text. */
  type DigestEncoding = "hex" | "base64" | "binary";
  /** A digest that OpenSSL has: `crypto.getHashes()` lists them. */
  type Algorithm = "md5" | "sha1" | "sha256" | "sha384" | "sha512" | (string & Record<never, never>);

  /** A digest of all that `update` is given. */
  interface Hash {
    /** Adds a text. */
    update(text: string, encoding: Encoding): this;
    /** Adds bytes. */
    update(bytes: require.Buffer): this;
    /** The digest, as bytes. Nothing can be added after it. */
    digest(): require.Buffer;
    /** The digest, as text. Nothing can be added after it. */
    digest(encoding: DigestEncoding): string;
  }

  /** Begins a digest. */
  function createHash(algorithm: Algorithm): Hash;
  /** Begins a keyed digest. A key that is text should be plain ASCII: see `z.hmac`. */
  function createHmac(algorithm: Algorithm, key: string | require.Buffer): Hash;

  /** Unpredictable bytes: `crypto.randomBytes(16).toString("hex")`. */
  function randomBytes(count: number): require.Buffer;
  /** A key of `length` bytes, derived from a password. Plain ASCII, as with `createHmac`. */
  function pbkdf2Sync(
    password: string | require.Buffer,
    salt: string | require.Buffer,
    iterations: number,
    length: number,
    digest: Algorithm,
  ): require.Buffer;
  /** The digests that there are. */
  function getHashes(): string[];
  /** The ciphers that there are. */
  function getCiphers(): string[];

  /** Encrypts or decrypts, piece by piece. The results of `update` and `final` belong together, in this order. */
  interface Cipher {
    /** Gives what has become of the text so far. */
    update(text: string, from: Encoding, to: Encoding): string;
    update(bytes: require.Buffer): require.Buffer;
    /** Gives the rest. Nothing can be added after it. */
    final(): require.Buffer;
    final(to: Encoding): string;
    /** Tells whether the last block is filled up; `true` when not called. Before `final`. */
    setAutoPadding(fill_up: boolean): unknown;
  }

  /** Begins to encrypt: `crypto.createCipheriv("aes-256-cbc", key, iv)`. Key and initialization vector as bytes, or as ASCII. */
  function createCipheriv(cipher: string, key: string | require.Buffer, iv: string | require.Buffer): Cipher;
  /** Begins to decrypt what `createCipheriv` encrypted. */
  function createDecipheriv(
    cipher: string,
    key: string | require.Buffer,
    iv: string | require.Buffer,
  ): Cipher;

  /** Signs all that `update` is given. */
  interface Sign {
    /** Adds a text, or bytes. */
    update(text: string, encoding: Encoding): unknown;
    update(bytes: require.Buffer): unknown;
    /** The signature, as bytes. The key is in PEM. */
    sign(private_key: string): require.Buffer;
    /** The signature, as text. The key is in PEM. */
    sign(private_key: string, encoding: DigestEncoding): string;
  }

  /** Verifies the signature of all that `update` is given. */
  interface Verify {
    /** Adds a text, or bytes. */
    update(text: string, encoding: Encoding): unknown;
    update(bytes: require.Buffer): unknown;
    /** Tells whether the signature is that of the key, a public one in PEM. */
    verify(public_key: string, signature: string, encoding: DigestEncoding): boolean;
  }

  /** Begins a signature: `crypto.createSign("RSA-SHA256")`, as JSON Web Tokens want it. */
  function createSign(algorithm: string): Sign;
  /** Begins to verify a signature. */
  function createVerify(algorithm: string): Verify;
}
