/** A mistake that an author makes one day, and the parts of the message that zapc must print. */
export interface Mistake {
  /** The fault: the test's name. */
  readonly name: string;
  /** Changes of files: texts to replace in them, their whole text, or null for a file that is not there. */
  readonly files?: { readonly [file: string]: Replacement | string | null };
  /** The command; `zapc build` where it is left out. A simulator sends its requests to Deskly, unless the command says where. */
  readonly command?: readonly string[];
  /** The text on standard input. */
  readonly input?: string;
  readonly code: 1 | 2;
  /** The place of the mistake. */
  readonly place: string;
  /** The way to mend it. */
  readonly remedy: string;
}

interface Replacement {
  readonly replace: string;
  readonly by: string;
}
