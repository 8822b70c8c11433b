/** Where a recording is written to, and what is taken out of it besides the account's own values. */
export interface RecordOptions {
  /** The path of the file. */
  readonly file: string;
  /** Names of headers whose values are secret, besides those that always are. */
  readonly headers?: readonly string[];
  /** What they find is secret. Flags do not count. */
  readonly patterns?: readonly RegExp[];
  /** True if a file there is replaced that is no recording of zapc's. Default: false; then nothing is asked, and nothing lost. */
  readonly force?: boolean;
}
