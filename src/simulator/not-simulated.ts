/** The platform does this and the simulator does not yet: the run fails, even when the script catches it. */
export class NotSimulated extends Error {
  override readonly name = "NotSimulated";

  constructor(what: string) {
    super(`${what} is not simulated yet.`);
  }
}
