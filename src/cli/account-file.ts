import type { Auth } from "../model/definitions.ts";
import { tokenFieldsOf } from "../model/token-fields.ts";
import { generator, ownJson } from "../output/generator.ts";
import type { IsOwn } from "../output/obstacle.ts";
import { checkReplaceable, writeFiles } from "../output/write-files.ts";
import type { SimulateOptions } from "../simulator/index.ts";

type AuthFieldValues = NonNullable<SimulateOptions["auth_fields"]>;

/** The stored part of an account, for `--auth`. Only the user may read it. */
export class AccountFile {
  readonly #file: string;
  readonly #isOwn: IsOwn;
  readonly #force: boolean;

  /** Checks that the file may be written: nobody is asked to grant access in vain. */
  constructor(
    file: string,
    { auth, force = false }: { readonly auth: Auth; readonly force?: boolean | undefined },
  ) {
    this.#file = file;
    this.#isOwn = isAccountOf(auth);
    this.#force = force;
    checkReplaceable([{ file, isOwn: this.#isOwn }], { force });
  }

  /** Writes the file. */
  save(auth_fields: AuthFieldValues): void {
    const content = shown({ generator, ...auth_fields });
    writeFiles([{ file: this.#file, content, isOwn: this.#isOwn, mode: 0o600 }], { force: this.#force });
  }
}

function shown(account: object): string {
  return `${JSON.stringify(account, null, 2)}\n`;
}

/** Earlier versions wrote the values alone: a file of theirs is laid out as they did, and holds what such an account has. */
function isAccountOf(auth: Auth): IsOwn {
  const typed = "fields" in auth ? auth.fields.map(({ key }) => key) : [];
  const extra = "extra_fields" in auth ? (auth.extra_fields ?? []) : [];
  // Without refresh, too, an API may send a token for it, which is stored.
  const tokens = tokenFieldsOf(auth.type === "oauth2" ? "oauth2_refresh" : auth.type);
  const known = [...typed, ...extra, ...tokens];
  const hasShape = (keys: readonly string[]) =>
    auth.type === "session"
      ? // Only the code of get_session_info knows the values that it adds.
        typed.length > 0 && typed.every((key) => keys.includes(key))
      : keys.length > 0 && keys.every((key) => known.includes(key));
  return (text) => ownJson((account) => text === shown(account) && hasShape(Object.keys(account)))(text);
}
