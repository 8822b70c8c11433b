/** The values of each header, by names in lower case. */
export interface RawHeaders {
  readonly [name: string]: readonly string[];
}

/** The headers of an answer. */
export interface ScriptHeaders {
  get(name: unknown): string | null;
  readonly [name: string]: unknown;
}

/**
 * Makes, inside the context, what makes the headers of an answer: those of npm `node-fetch` 2.7, of which a header is read by its
 * name, in any case; one that is not there is null, and the names cannot be listed. Source: runner, middleware-factory.js,
 * `proxyHeaders`; core, http-middlewares/after/middleware-utils.js.
 */
export function makeHeaders(): (raw: RawHeaders) => ScriptHeaders {
  const contents = new WeakMap<object, Map<string, string[]>>();
  const contentOf = (headers: object) => contents.get(headers) as Map<string, string[]>;
  const illegal = /[^^_`a-zA-Z\-0-9!#$%&'*+.|~]/;
  const keyOf = (name: unknown) => {
    const text = `${name}`;
    if (text === "" || illegal.test(text)) throw new TypeError(`${text} is not a legal HTTP header name`);
    return text.toLowerCase();
  };

  class Headers {
    get(name: unknown): string | null {
      return contentOf(this).get(keyOf(name))?.join(", ") ?? null;
    }

    forEach(visit: (value: string, name: string, headers: object) => void, self?: unknown): void {
      for (const [name, value] of this.entries()) visit.call(self, value, name, this);
    }

    set(name: unknown, value: unknown): void {
      contentOf(this).set(keyOf(name), [`${value}`]);
    }

    append(name: unknown, value: unknown): void {
      contentOf(this).set(keyOf(name), [...(contentOf(this).get(keyOf(name)) ?? []), `${value}`]);
    }

    has(name: unknown): boolean {
      return contentOf(this).has(keyOf(name));
    }

    delete(name: unknown): void {
      contentOf(this).delete(keyOf(name));
    }

    raw(): object {
      return Object.fromEntries([...contentOf(this)].map(([name, values]) => [name, [...values]]));
    }

    keys(): Iterable<string> {
      return [...contentOf(this).keys()].sort().values();
    }

    values(): Iterable<string> {
      return [...this.entries()].map(([, value]) => value).values();
    }

    entries(): Iterable<[name: string, value: string]> {
      return [...this.keys()].map((name): [string, string] => [name, this.get(name) as string]).values();
    }

    [Symbol.iterator](): Iterator<[name: string, value: string]> {
      return this.entries()[Symbol.iterator]();
    }

    get [Symbol.toStringTag](): string {
      return "Headers";
    }
  }

  for (const name of ["get", "forEach", "set", "append", "has", "delete", "keys", "values", "entries"]) {
    Object.defineProperty(Headers.prototype, name, { enumerable: true });
  }

  return (raw) => {
    const headers = new Headers();
    const proxy = new Proxy(headers, { get: lookUp }) as Headers & ScriptHeaders;
    const content = new Map(Object.keys(raw).map((name) => [name, [...(raw[name] as string[])]]));
    for (const object of [headers, proxy]) contents.set(object, content);
    Object.defineProperty(headers, "toJSON", { value: () => Object.fromEntries(headers.entries()) });
    return proxy;
  };

  function lookUp(headers: Headers, name: string | symbol): unknown {
    const own: unknown = Reflect.get(headers, name);
    if (typeof own === "function" || typeof name === "symbol") return own;
    try {
      return headers.get(name);
    } catch {
      return own;
    }
  }
}
