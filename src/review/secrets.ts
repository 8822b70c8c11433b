import type { Metadata } from "../model/definitions.ts";
import { accountValues } from "../simulator/problems/credentials.ts";
import { secretsOf } from "../simulator/redaction/known-values.ts";
import { namedValues } from "../simulator/redaction/named-values.ts";
import { Needles, type Secret } from "../simulator/redaction/needles.ts";
import { holdsSecret, Redactor } from "../simulator/redaction/redactor.ts";
import { isHarmless, placeholder } from "../simulator/redaction/secret-names.ts";
import type { Cache } from "../source/cache.ts";

/** Takes secrets out of a page. */
export class KnownSecrets {
  readonly #secrets: readonly Secret[];
  readonly #needles: Needles;
  #redactor: Redactor | undefined;

  constructor(secrets: readonly Secret[]) {
    this.#secrets = secrets;
    this.#needles = new Needles(secrets);
  }

  /** A text with a placeholder for each secret; the same text where there is none. */
  text(text: string): string {
    if (this.#secrets.length === 0) return text;
    if (!this.#redactor) {
      this.#redactor = new Redactor();
      this.#redactor.learn(this.#secrets);
    }
    return this.#redactor.text(text);
  }

  /** Tells whether a text holds a secret, however it is written. */
  isIn(text: string): boolean {
    return this.#secrets.length > 0 && holdsSecret(text, this.#needles);
  }
}

interface SecretSources {
  /** The metadata of this version and of an earlier one. */
  readonly metadata: readonly [Metadata, ...Metadata[]];
  /** zap.js, and the sources of its methods. */
  readonly code: readonly string[];
  /** The values that the user typed to connect an account. */
  readonly account: { readonly [key: string]: unknown };
}

/** The secrets that are known of an integration: those of an account, and values whose names or forms say so. */
export function knownSecretsOf({ metadata, code, account }: SecretSources, cache: Cache): KnownSecrets {
  const ofAccount = accountValues(metadata[0].app.auth, account, {}).filter(
    ({ isCredential }) => isCredential,
  );
  const found = (what: string, texts: readonly string[], find: (text: string) => NamedSecret[]) =>
    texts.flatMap((text) => cache.recallNow([what, text], () => find(text)));
  const texts = metadata.map((it) => JSON.stringify(it));
  const named = [
    ...found("random values", texts, randomValues),
    ...found("quoted values", code, quotedValues),
    ...[...texts, ...code].flatMap(valuesOfKnownForm),
    ...metadata.flatMap(passwordDefaults),
  ];
  return new KnownSecrets([
    ...secretsOf(ofAccount),
    ...named.map(({ name, value }) => ({ value, placeholder: placeholder(name), isCredential: true })),
  ]);
}

interface NamedSecret {
  readonly name: string;
  readonly value: string;
}

function randomValues(text: string): NamedSecret[] {
  return namesAndValues(namedValues(text).filter(({ value }) => isRandom(value)));
}

/** In code, what stands behind a name is mostly an expression: only texts are values. */
function quotedValues(code: string): NamedSecret[] {
  return namesAndValues(
    namedValues(code).filter(({ value, start }) => isRandom(value) && /["'`]/.test(code.charAt(start - 1))),
  );
}

function namesAndValues(values: readonly NamedSecret[]): NamedSecret[] {
  return values.map(({ name, value }) => ({ name, value }));
}

/** Tells whether a text is long and mixed, as no name and no sentence is. */
function isRandom(text: string): boolean {
  return /^[\w+/=.:~ -]{8,}$/.test(text) && /\d/.test(text) && /[a-z]/i.test(text);
}

// Stripe, AWS, GitHub, Slack, and JSON Web Tokens.
const knownForms =
  /\b(?:(?:sk|pk|rk)_(?:live|test)_\w{8,}|AKIA[0-9A-Z]{16}\b|gh[pousr]_\w{20,}|xox[abprs]-[\w-]{10,}|eyJ[\w-]{10,}\.[\w-]+\.[\w-]{10,})/g;

function valuesOfKnownForm(text: string): NamedSecret[] {
  return [...text.matchAll(knownForms)].map(([value]) => ({ name: "token", value }));
}

/** A default of a password is one that everybody gets. */
function passwordDefaults({ app, ...metadata }: Metadata): NamedSecret[] {
  const ofAuth = "fields" in app.auth ? app.auth.fields : [];
  const ofSteps = [...metadata.triggers, ...metadata.actions, ...metadata.searches].flatMap(
    ({ fields }) => fields as typeof ofAuth,
  );
  return [...ofAuth, ...ofSteps].flatMap((field) => {
    const value = field.type === "password" ? field.default : undefined;
    const isKnown = value !== undefined && !isHarmless(value) && value.length >= SHORTEST;
    return isKnown ? [{ name: field.key, value }] : [];
  });
}

// A shorter one is in many a text.
const SHORTEST = 6;
