/** An answer to a request of the script. */
export interface MadeAnswer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly content: string;
}

/** The input of one call of a method. */
export interface Example {
  readonly bundle: object;
  /** For its requests, in their order; begun again where it sends more. */
  readonly answers: readonly MadeAnswer[];
}
