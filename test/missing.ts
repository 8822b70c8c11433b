/** Something that tests need besides Node.js, npm and git. */
interface Need {
  readonly isInstalled: boolean;
  /** The command that installs it. */
  readonly install: string;
}

/**
 * Whether tests are skipped because this machine lacks something, and what their name says then. In CI, where .ci/run sets
 * ZAPC_SKIP_NOTHING, they run and fail.
 */
export function missing({ isInstalled, install }: Need): {
  readonly isSkipped: boolean;
  readonly why: string;
} {
  const isSkipped = !isInstalled && process.env.ZAPC_SKIP_NOTHING === undefined;
  return { isSkipped, why: isSkipped ? ` (not installed: ${install})` : "" };
}
