import type { IncomingMessage } from "node:http";

/** The parts of a request that its rules read. */
export type RequestHead = Pick<IncomingMessage, "rawHeaders" | "url">;

/** The answer to a request that a rule refuses. */
export interface RequestRefusal {
  readonly status: 400 | 403;
  readonly error: string;
}

interface RequestRule {
  readonly refused: RequestRefusal;
  /** @param origin - that of the studio: `http://127.0.0.1:4174` */
  readonly allows: (asking: RequestHead, origin: string) => boolean;
}

/** `GET http://127.0.0.1:4174/ HTTP/1.1` is for proxies. */
const targetIsPath: RequestRule = {
  refused: { status: 400, error: "The target of a request must be a path." },
  allows: ({ url }) => url?.startsWith("/") === true,
};

/** A page of another site reaches the studio under a name of its own, once that leads to 127.0.0.1. */
const hostIsOurs: RequestRule = {
  refused: { status: 403, error: "The request must name one Host: the address that the studio has printed." },
  allows: (asking, origin) => {
    const hosts = headerValues(asking, "host");
    return hosts.length === 1 && `http://${hosts[0]}` === origin;
  },
};

/** `null` is the origin of a file, of a sandbox and of data. */
const originIsOurs: RequestRule = {
  refused: { status: 403, error: "The request comes from another origin." },
  allows: (asking, origin) => headerValues(asking, "origin").every((value) => value === origin),
};

/** Another port of this machine is of the same site. */
const isFrom = (...sites: readonly string[]): RequestRule => ({
  refused: { status: 403, error: "The request comes from another site." },
  allows: (asking) => headerValues(asking, "sec-fetch-site").every((value) => sites.includes(value)),
});

const toThisServer = [targetIsPath, hostIsOurs];

/** The rules of what can be asked for, in their order. The doors are open to other programs and to navigation from an API. */
const rules = {
  door: toThisServer,
  page: [...toThisServer, originIsOurs, isFrom("same-origin", "none")],
  api: [...toThisServer, originIsOurs, isFrom("same-origin")],
} satisfies { readonly [kind: string]: readonly RequestRule[] };

export type RequestKind = keyof typeof rules;

/** Says why a request is refused, undefined where no rule refuses it. */
export function refusedBy(
  kind: RequestKind,
  asking: RequestHead,
  origin: string,
): RequestRefusal | undefined {
  return rules[kind].find((rule) => !rule.allows(asking, origin))?.refused;
}

/** The values of a header, also those that Node.js joins or leaves out where it came several times. */
export function headerValues({ rawHeaders }: Pick<RequestHead, "rawHeaders">, name: string): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
}
