/** The API of Ledgerly, version 3: what all triggers ask, and what its answers mean. */

/** The most that one request can ask for. */
export const PAGE_SIZE = 100;

/** The editor shows three samples at most. */
export const SAMPLES = 3;

interface Request {
  origin: string;
  authorization: string;
  /** Behind `/api/v3`, percent-encoded. */
  path: string;
  params?: { [name: string]: string | number | undefined };
}

interface Answer {
  status_code: number;
  content: string | null;
}

/** The answer of a list endpoint. */
export interface Page<T> {
  data: T[];
  meta?: { next?: string | null; total?: number };
}

/** The API's answer to a request that it refuses. */
interface Refusal {
  errors?: { title?: string; detail?: string; pointer?: string }[];
  retry_after?: number;
}

function get({ origin, authorization, path, params = {} }: Request): Answer {
  try {
    return z.request({
      url: `${origin}/api/v3${path}`,
      headers: { Accept: "application/json", Authorization: authorization },
      params,
    });
  } catch (error) {
    throw new HaltedException(`${origin} could not be reached: ${(error as Error).message}`);
  }
}

/** The API's answer, parsed. Any other answer becomes the exception that fits, in words for the Zap's owner. */
function parse<T>({ status_code, content }: Answer): T {
  const body = parsed(content);
  if (status_code < 300 && body) return body as T;

  const { errors = [], retry_after = 60 } = (body ?? {}) as Refusal;
  const said = errors
    .map(({ title = "Error", detail }) => (detail ? `${title}: ${detail}` : title))
    .join("; ");
  switch (status_code) {
    case 401:
      throw new InvalidSessionException();
    case 403:
      throw new ErrorException(`The token has no permission to read this. ${said}`);
    case 404:
      throw new ErrorException(`This does not exist any more, or was moved. ${said}`);
    case 429:
      throw new HaltedException(`Ledgerly accepts no more requests for ${retry_after} seconds.`);
    default:
      if (status_code >= 500) {
        throw new HaltedException(`Ledgerly has a problem of its own (status ${status_code}).`);
      }
      throw new ErrorException(`Ledgerly refused the request with status ${status_code}. ${said}`);
  }
}

/** The object that a text is in JSON; nothing when it is anything else, HTML say. */
function parsed(content: string | null): object | undefined {
  try {
    const value = z.JSON.parse(content);
    return value !== null && typeof value === "object" ? value : undefined;
  } catch {
    return undefined;
  }
}

export const api = { get, parse };
