/** The data that the script's thread is started with. */
export interface WorkerData {
  /** The folder of the bundled libraries. */
  readonly libraries: string;
  /** The file descriptor by which it talks to the simulator: see `channels`. */
  readonly channel: number;
}
