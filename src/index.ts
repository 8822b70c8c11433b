/**
 * The package: `import { build } from "zapc"`. An integration's sources import types from it, and nothing else: where they
 * are compiled, `zapc` is model/index.ts. bin/index.mjs has the functions.
 */
import type { Diagnostic } from "./model/diagnostic.ts";

export type * from "./model/index.ts";
export type { Diagnostic };

/** The options of a check. */
export interface CheckOptions {
  /** The directory of the sources: the one that holds app.ts. Default: `scripting`. */
  readonly scripting?: string;
  /** Warn when zap.js has more bytes than this. Default: 1,000,000. */
  readonly warn_above?: number;
}

/** The options of a build. */
export interface BuildOptions extends CheckOptions {
  /** The directory that zap.js, zap.js.map and metadata.json are written into. It is created if there is none. Default: `dist`. */
  readonly out?: string;
  /** True if files of these names are replaced that zapc did not write. Default: false; the build then fails. */
  readonly force?: boolean;
}

/** The report of a build, as `zapc build --json` prints it. */
export interface BuildReport {
  /** True if the sources can be built: there is no error among the diagnostics. */
  readonly ok: boolean;
  /** The names of the methods in zap.js, `new_ticket_post_poll` say; empty when the sources cannot be built. */
  readonly methods: readonly string[];
  /** The files that were written; empty when the sources cannot be built, and after `check`. */
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
  /** The duration. */
  readonly milliseconds: number;
  /** Everything that was found: every error when the sources cannot be built, else the warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles a directory of sources into zap.js, zap.js.map and metadata.json, and writes their review, as `zapc build` does.
 * Prints nothing and never ends the process: the report holds the faults of the sources, and then nothing is written.
 *
 * ```ts
 * const { ok, diagnostics } = await build({ scripting: "scripting", out: "dist" });
 * ```
 *
 * @throws a Failure when it cannot run: an option is wrong, there is no such directory, or the files cannot be written. Its
 * `message` also says what to do; `fault` and `hint` hold the two apart.
 */
export declare function build(options?: BuildOptions): Promise<BuildReport>;

/**
 * Finds everything that is wrong with a directory of sources, as `zapc check` does. It finds the same as `build`, and writes nothing.
 *
 * ```ts
 * expect((await check()).diagnostics).toEqual([]);
 * ```
 *
 * @throws a Failure when it cannot run: an option is wrong, or there is no such directory. Its `message` also says what to do;
 * `fault` and `hint` hold the two apart.
 */
export declare function check(options?: CheckOptions): Promise<BuildReport>;

/** A script to adopt, and where to. */
export interface AdoptOptions {
  /** A script, the directory of a converted CLI app, or the JSON of its definition, which `zapier-platform convert --json` reads. */
  readonly source: string;
  /** The directory that the sources are written into. It is created if there is none. */
  readonly out: string;
  /** A file with metadata, or the directory with the Web Builder's five files. Default: what stands beside the script, else what it says. */
  readonly metadata?: string;
  /** Repairs code that strict mode would break, where a repair is safe. Default: false. */
  readonly fix?: boolean;
  /** True if the files of methods become TypeScript where they then have no error. Default: false. */
  readonly typescript?: boolean;
  /**
   * True if the adoption ends with its proof: the sources are built, and every method of the script that they give is called beside that of
   * the original. Default: false; `zapc adopt` does so.
   */
  readonly prove?: boolean;
  /** True if the proof calls the methods on the platform's own runner, too, where it is installed. Default: true. */
  readonly runner?: boolean;
}

/** The first rung of the proof: the tokens of the script in the sources. */
export interface TokenProof {
  readonly ok: boolean;
  /** The number of tokens in the script. */
  readonly tokens: number;
  /** The number of places that were rewritten or left out, each of which is among the findings. */
  readonly rewrites: number;
  /** The beginnings of the functions, values and statements of the script that no source has. */
  readonly lost: readonly string[];
  /** Those of the sources that the script does not have. */
  readonly added: readonly string[];
}

/** The result of the comparison of the script that the sources give with the original. */
export interface AdoptionProof {
  /** True if no difference was found. */
  readonly ok: boolean;
  readonly tokens: TokenProof;
  /** Why the original was compared without its testing code, as a sentence: it does not load with that. */
  readonly without_testing_code_because?: string;
  /** The members of `Zap`, and the results of the methods; absent where the scripts could not be compared. */
  readonly scripts?: ProveReport;
  /** Why they could not be compared, as a sentence. */
  readonly not_run_because?: string;
}

/** The report of an adoption, as `zapc adopt --json` prints it. */
export interface AdoptReport {
  /** True if the script could be adopted: it is JavaScript. */
  readonly ok: boolean;
  /** The names in `Zap` of the methods that the platform can call. */
  readonly methods: readonly string[];
  /** The triggers, actions and searches: `triggers/new_ticket`. */
  readonly steps: readonly string[];
  /** Why the script is kept whole in one file, as the end of a sentence; absent where it was taken apart. */
  readonly whole_because?: string;
  /** The files of the sources. */
  readonly files: readonly string[];
  /** The number of them that were written; 0 where all of them stand there already. */
  readonly written: number;
  /** Everything that was found in the script. */
  readonly diagnostics: readonly Diagnostic[];
  /** The proof that the sources do the same; absent where it was not asked for. */
  readonly proof?: AdoptionProof;
}

/**
 * Makes a directory of sources of an existing script, as `zapc adopt` does: `build` compiles it into a script that does the same.
 * Prints nothing. The faults of the script are in the report.
 *
 * ```ts
 * const { ok, diagnostics } = await adopt({ source: "scripting.js", out: "scripting" });
 * ```
 *
 * @throws a Failure when it cannot run: there is no such script, or the directory holds other files already. Its `message` also says
 * what to do; `fault` and `hint` hold the two apart.
 */
export declare function adopt(options: AdoptOptions): Promise<AdoptReport>;

/** Two scripts to compare. */
export interface ProveOptions {
  /** The path of the script as it was. */
  readonly old: string;
  /** The path of the script that is to do the same. */
  readonly new: string;
  /** The path of metadata.json, or of the directory with the Web Builder's files. Missing metadata are inferred from the old script. */
  readonly metadata?: string;
  /** A directory of recordings: `triggers/KEY.json`, `actions/KEY.json`, `searches/KEY.json`. */
  readonly recordings?: string;
  /** The values that the user typed to connect the account of the recordings. */
  readonly auth_fields?: { readonly [key: string]: unknown };
  /** The number of made-up bundles that each method is called with. Default: 20. */
  readonly runs?: number;
  /** The seed of the made-up bundles. Default: 1. */
  readonly seed?: number;
  /** Seconds after which no further method is called; the report says what was left out. Default: 300. */
  readonly time_limit?: number;
  /**
   * True if the methods are called on the platform's own runner, too, where it is installed: `zapier-platform-legacy-scripting-runner`
   * beside the scripts, in the working directory, or beside zapc. Default: true.
   */
  readonly runner?: boolean;
}

/** A value that is not the same; undefined where one side has none. */
export interface ProofDifference {
  /** A JSON pointer: `/result/0/id`, `/error/message`, `/requests/0/url`, `/logs/0`, `/bundle/request/url`, `/leaked/name`. */
  readonly path: string;
  readonly old: unknown;
  readonly new: unknown;
}

/** The results of one method in both scripts. */
export interface MethodProof {
  /** In `Zap`. */
  readonly name: string;
  /** The number of made-up bundles that it was called with. */
  readonly runs: number;
  /** The number of bundles that it got in recorded steps and was called with. */
  readonly recorded: number;
  /** The numbers of calls in which the old script's method returned, threw, and did not end in time. */
  readonly returned: number;
  readonly threw: number;
  readonly late: number;
  /** Empty where both did the same with every bundle. */
  readonly differences: readonly ProofDifference[];
  /** The smallest bundle with which they differ, and the answers that its requests got. */
  readonly example?: object;
  /** The paths at which two runs of the old script differ: they are not compared. */
  readonly noise: readonly string[];
  /** The globals that the old script makes and the new one does not: no difference to anyone but the script. */
  readonly no_longer_leaked: readonly string[];
  /**
   * The errors of the new script with bundles for which the old one returns what the platform rejects: in strict mode, to set a property on
   * a text or a number throws. The step fails with either.
   */
  readonly fails_sooner: readonly string[];
}

/** The results on the platform's own runner, or the reason that there are none, as the end of a sentence. */
export type RunnerProof =
  | { readonly version: string; readonly methods: readonly MethodProof[] }
  | { readonly not_run_because: string };

/** The results of one recorded step with both scripts. */
export interface RecordedProof {
  /** `triggers/new_ticket` */
  readonly step: string;
  readonly file: string;
  readonly differences: readonly ProofDifference[];
  readonly noise: readonly string[];
}

/** The share of something that was reached. */
export interface Coverage {
  readonly reached: number;
  readonly all: number;
}

/** The report of a comparison of two scripts, as `zapc prove --json` prints it. */
export interface ProveReport {
  /** True if no difference was found. */
  readonly ok: boolean;
  /** The members of `Zap`, and the names that nothing declares. */
  readonly members: { readonly old: number; readonly differences: readonly ProofDifference[] };
  /** The methods that the platform can call. */
  readonly methods: readonly MethodProof[];
  /** The same methods on the platform's own runner. */
  readonly runner: RunnerProof;
  /** The recorded steps. */
  readonly recorded: readonly RecordedProof[];
  /** The share of the old script that ran: of the functions on its `Zap`, of all its functions, and of their branches. */
  readonly reached: { readonly methods: Coverage; readonly functions: Coverage; readonly branches: Coverage };
  /** True if the time limit ended the calls: some methods were called less often than they should be, or not at all. */
  readonly time_is_over: boolean;
  /** The seed of the made-up bundles. */
  readonly seed: number;
}

/**
 * Compares what two scripts do, as `zapc prove` does: it calls each method of both with the same bundles, on the simulator and on
 * the platform's own runner. No request leaves the machine: recordings or made-up answers answer all of them. Prints nothing.
 *
 * ```ts
 * expect((await prove({ old: "scripting.js", new: "dist/zap.js" })).ok).toBe(true);
 * ```
 *
 * @throws a Failure when it cannot run: a script cannot be read, or does not load.
 */
export declare function prove(options: ProveOptions): Promise<ProveReport>;
