/**
 * Makes the bundle from JSON, inside the context. A response's headers are looked up without regard to case; a header
 * that is not there is null, and the names cannot be listed. Source: runner, middleware-factory.js, `proxyHeaders`.
 */
export function makeBundle(json: string): object {
  const bundle = JSON.parse(json);
  if (bundle.response) bundle.response.headers = withLookup(bundle.response.headers);
  return bundle;

  function withLookup(headers: { [name: string]: string }): object {
    const lookUp = (name: unknown) => headers[String(name).toLowerCase()] ?? null;
    const methods: { [name: string]: unknown } = {
      get: lookUp,
      has: (name: unknown) => lookUp(name) !== null,
      forEach: (visit: (value: string, name: string) => void) => {
        for (const name of Object.keys(headers)) visit(headers[name] as string, name);
      },
      toJSON: () => headers,
    };
    return new Proxy(
      {},
      {
        get(target, name) {
          if (typeof name === "symbol") return Reflect.get(target, name);
          return methods[name] ?? (name in target ? Reflect.get(target, name) : lookUp(name));
        },
      },
    );
  }
}
