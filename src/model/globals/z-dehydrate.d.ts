// Source: docs/platform.md, "`z`"; the archived documentation, "Triggers via URLs/Dehydration"; runner, zfactory.js and index.js.

declare namespace z {
  /**
   * Puts off what is costly to find out: gives a text to return in an item, in place of which a later step gets what
   * the method of `hydrators.ts` returns.
   *
   * @param method_name - The name of a method of `hydrators.ts`.
   * @param bundle - What that method gets as its bundle, in JSON. The platform adds `auth_fields` and `zap`.
   */
  function dehydrate<Name extends Hydrator>(method_name: Name, bundle: DehydratedBundle<Name>): string;

  /**
   * Puts off the download of a file: gives a text to return in an item, in place of which a later step gets the file.
   *
   * @param url - Where the file is.
   * @param request - How it is asked for. With it, the account's authentication is NOT added; without it, it is.
   * @param file - The known facts about the file. The others are guessed from the answer.
   */
  function dehydrateFile(url: string, request?: FileRequest | null, file?: FileInfo): string;

  /** The request for a file, when it is needed. */
  interface FileRequest {
    /** `GET` when left out. */
    method?: string;
    /** All of them: the account's are not added. */
    headers?: { [name: string]: string };
    /** The parameters of the query string. */
    params?: { [name: string]: string | number | boolean };
    /** The body, as text. */
    body?: string;
  }

  /** The known facts about a file. */
  interface FileInfo {
    /** Its name, with the extension. */
    name?: string;
    /** Its size in bytes. */
    length?: number;
  }

  /** The names of the integration's hydrators; as long as there are none, what the type error is to say. */
  type Hydrator = import("zapc").Register extends { hydrators: infer Hydrators }
    ? {
        [Name in keyof Hydrators]: Hydrators[Name] extends (...args: never[]) => void ? Name : never;
      }[keyof Hydrators]
    : "No hydrators: export them from hydrators.ts, and add `hydrators: typeof import('./hydrators.ts')` to Register in app.ts";

  /** The bundle that `dehydrate` is given for a method: the method's own, but for what the platform adds. */
  type DehydratedBundle<Name> = import("zapc").Register extends { hydrators: infer Hydrators }
    ? Name extends keyof Hydrators
      ? Hydrators[Name] extends (bundle: infer Bundle, ...callback: never[]) => void
        ? { [Key in keyof Bundle as Exclude<Key, "auth_fields" | "zap">]: Bundle[Key] }
        : never
      : never
    : object;
}
