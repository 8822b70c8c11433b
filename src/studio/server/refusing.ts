/** A request that is refused, with the status of its answer. */
export class Refusing extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
