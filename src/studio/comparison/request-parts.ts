import type { RecordedBody, RecordedRequest } from "../../simulator/index.ts";

/** A request and its answer, cut into the parts that a reader compares: an address by its parts, a query and headers by their names. */
export function requestParts({ method, url, headers, body, response, failure }: RecordedRequest): object {
  return {
    method,
    ...addressParts(url),
    headers: byLowerName(headers),
    body: bodyParts(body),
    ...(failure !== undefined && { failure }),
    ...(response && {
      answer: {
        status: response.status,
        headers: byLowerName(response.headers),
        body: bodyParts(response.body),
      },
    }),
  };
}

function addressParts(url: string): object {
  if (!URL.canParse(url)) return { url };
  const { origin, pathname, searchParams, hash } = new URL(url);
  const names = [...new Set(searchParams.keys())];
  const query = names.map((name) => {
    const values = searchParams.getAll(name);
    return [name, values.length === 1 ? values[0] : values];
  });
  return { origin, path: pathname.split("/").slice(1), query: Object.fromEntries(query), hash };
}

function byLowerName(headers: { readonly [name: string]: unknown }): object {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** JSON as its value, so that two of them are compared by their members. */
function bodyParts(body: RecordedBody | null): unknown {
  if (typeof body !== "string") return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
