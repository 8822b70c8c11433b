/** Something that tests need besides Node.js, npm and git. */
interface Need {
  readonly isInstalled: boolean;
  /** The command that installs it. */
  readonly install: string;
}

/**
 * Tells whether tests are skipped because this machine lacks something, with the end of their names. In CI, where .ci/run sets
 * ZAPC_SKIP_NOTHING, they run and fail.
 */
export function missing({ isInstalled, install }: Need): {
  readonly isSkipped: boolean;
  readonly why: string;
} {
  const isSkipped = !isInstalled && process.env.ZAPC_SKIP_NOTHING === undefined;
  return { isSkipped, why: isSkipped ? ` (not installed: ${install})` : "" };
}
