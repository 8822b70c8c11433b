import { OdsqlError } from "../errors.ts";
import { type Token, tokenize } from "./tokenize.ts";

// Source: explore-v2.1, "Reserved keywords in ODSQL clauses".
const RESERVED = new Set(
  (
    "and as asc avg by count date_format day dayofweek desc distinct equi false group hour ifnull or limit lower " +
    "max millisecond min minute month not null quarter range search second select sum top true upper where year"
  ).split(" "),
);

/** Reads tokens from left to right. Keywords are matched in any case; a name in back quotes is never a keyword. */
export class TokenStream {
  readonly #tokens: Token[];
  #position = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  peek(ahead = 0): Token {
    const last = this.#tokens.length - 1;
    return this.#tokens[Math.min(this.#position + ahead, last)] as Token;
  }

  next(): Token {
    const token = this.peek();
    this.#position += 1;
    return token;
  }

  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === "symbol" && token.text === text;
  }

  isKeyword(word: string): boolean {
    const token = this.peek();
    return token.kind === "name" && token.text.toLowerCase() === word;
  }

  acceptSymbol(text: string): boolean {
    const found = this.isSymbol(text);
    if (found) this.next();
    return found;
  }

  acceptKeyword(word: string): boolean {
    const found = this.isKeyword(word);
    if (found) this.next();
    return found;
  }

  expectSymbol(text: string): void {
    if (!this.acceptSymbol(text)) throw this.unexpected();
  }

  expectEnd(): void {
    if (this.peek().kind !== "end") throw this.unexpected();
  }

  expectString(): string {
    if (this.peek().kind !== "string") throw this.unexpected();
    return this.next().text;
  }

  expectNumber(): number {
    if (this.peek().kind !== "number") throw this.unexpected();
    return Number(this.next().text);
  }

  /** A field's name: a word that is not reserved, or anything in back quotes. */
  expectFieldName(): string {
    const { kind, text } = this.peek();
    const plain = kind === "name" && !RESERVED.has(text.toLowerCase());
    if (!plain && kind !== "quoted name") throw this.unexpected();
    return this.next().text;
  }

  /** The name of a function's parameter, which may be a reserved word: now(year=2000). */
  expectSettingName(): string {
    if (this.peek().kind !== "name") throw this.unexpected();
    return this.next().text.toLowerCase();
  }

  unexpected(): OdsqlError {
    const { kind, source } = this.peek();
    return new OdsqlError(kind === "end" ? "Unexpected end of the query" : `Unexpected ${source}`);
  }
}
