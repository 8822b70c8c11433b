/** The file that a recording is written to, and the secrets that are taken out besides the account's own values. */
export interface RecordOptions {
  /** The path of the file. */
  readonly file: string;
  /** Names of headers whose values are secret, besides those that always are. */
  readonly headers?: readonly string[];
  /** The patterns of secrets. Flags do not count. */
  readonly patterns?: readonly RegExp[];
  /** True if a file there is replaced that is not a recording of zapc. Default: false; then nothing is asked, and nothing lost. */
  readonly force?: boolean;
}
