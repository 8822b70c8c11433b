import { createHash, randomBytes } from "node:crypto";

interface Nonce {
  /** The time, where it is passed in. */
  readonly now: Date | undefined;
  /** The request that it is for. */
  readonly asked: object;
  readonly bytes: number;
}

/** Makes up texts that are used once. */
export class Nonces {
  #given = 0;

  /** At a time that is passed in, the same work gets the same texts: so it can be compared, on both runtimes say. */
  next({ now, asked, bytes }: Nonce): string {
    this.#given += 1;
    if (!now) return randomBytes(bytes).toString("hex");
    const basis = JSON.stringify([now, this.#given, asked]);
    return createHash("sha256")
      .update(basis)
      .digest("hex")
      .slice(0, 2 * bytes);
  }
}
