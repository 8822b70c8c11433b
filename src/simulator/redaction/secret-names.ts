/**
 * The ends of names whose values are secret, with any account: of a property, a parameter, an element, a header. Names are
 * compared without case and separators: `accessToken`, `ACCESS_TOKEN` and `user[access-token]` are one.
 */
const secretEnds = new RegExp(
  `(?:${[
    ...["tokens?", "secrets?", "passwords?", "passwd", "passphrase", "passcode", "pwd", "pswd"],
    ...["(?:api|app|access|secret|private|subscription|signing|encryption|master|auth|license|session)keys?"],
    ...["sessionid", "signature\\d*", "hmac(?:sha\\d+)?", "credentials?", "authorization", "cookies?", "jwt"],
    ...["authcode", "authorizationcode", "codeverifier", "oauthverifier", "assertion"],
    // They differ with each run, and a replay compares addresses and bodies.
    ...["nonce", "oauthtimestamp"],
  ].join("|")})$`,
);

/** Words that are part of many a name; they are secret where they stand alone. */
const secretWords = new Set(["auth", "pass", "bearer", "otp"]);

/** The words before a token that tells where a list goes on. */
const harmlessEnds = /(?:page|next|previous|continuation|cursor|resume|sync)tokens?$/;

/** Tells whether a value is secret by its name. */
export function isSecretName(name: string): boolean {
  // An address or a sentence is no name.
  if (name.length > MOST_CHARACTERS) return false;
  const letters = name.toLowerCase().replace(/[^a-z0-9]+/g, "");
  return secretWords.has(letters) || (secretEnds.test(letters) && !harmlessEnds.test(letters));
}

const MOST_CHARACTERS = 100;

/** Tells whether a name is that of several values: a number under it counts them. */
export function isPlural(name: string): boolean {
  return /s$/i.test(name);
}

// The values that are not secret under any name: a type of token, a kind of authentication, a variable.
const harmlessValue =
  /^(?:|true|false|null|none|undefined|bearer|basic|digest|oauth[12]?|session|api_?key|password|\{\{.*\}\}|\*+|<[^<>]*>)$/is;

/** Tells whether a value shows nothing though its name is that of a secret. */
export function isHarmless(value: string): boolean {
  return harmlessValue.test(value.trim()) || isPlaceholder(value);
}

/**
 * Takes the place of a value, by its name: `accessToken` -> `redacted-access-token`. Its letters stay what they are in an
 * address, a form, XML and JSON.
 */
export function placeholder(name: string): string {
  const words = name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
  return `redacted-${words.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")}`;
}

/** Tells whether a text is nothing but placeholders, and what stands between words. */
export function isPlaceholder(text: string): boolean {
  return /^\W*(?:redacted-[a-z0-9-]+\W*)+$/.test(text);
}
