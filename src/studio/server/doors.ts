import { randomName } from "./token.ts";

/** The kinds of doors, which are the first parts of their paths. */
export type DoorKind = "hooks" | "oauth";

interface Door<Behind> {
  readonly expires: number;
  readonly behind: Behind;
}

/** Addresses that need no token: each has a name that nobody guesses, and expires. */
export class Doors<Behind> {
  readonly #kind: DoorKind;
  readonly #lasts: number;
  readonly #doors = new Map<string, Door<Behind>>();

  /** @param options - `lasts`: the milliseconds after which a door is closed */
  constructor({ kind, lasts }: { readonly kind: DoorKind; readonly lasts: number }) {
    this.#kind = kind;
    this.#lasts = lasts;
  }

  /** Opens a door. */
  open(behind: Behind): { readonly path: string; readonly expires: Date } {
    const name = randomName();
    const expires = Date.now() + this.#lasts;
    this.#doors.set(name, { expires, behind });
    return { path: `/${this.#kind}/${name}`, expires: new Date(expires) };
  }

  /** Gives the owner of a path's door; undefined where there is none, or it is closed. */
  at(path: string): Behind | undefined {
    const [, kind, name = ""] = path.split("/");
    const door = kind === this.#kind ? this.#doors.get(name) : undefined;
    if (!door || door.expires <= Date.now()) return undefined;
    return door.behind;
  }

  /** Closes a door. */
  close(path: string): void {
    this.#doors.delete(path.split("/")[2] ?? "");
  }
}
