/** The Explore API v2.1, with which a portal is read. */

/** The most that one request can ask for. */
export const MOST_RESULTS = 100;

/** The editor shows three samples at most. */
export const SAMPLES = 3;

interface Request {
  domain: string;
  authorization: string;
  /** Behind `/api/explore/v2.1`, percent-encoded. */
  path: string;
  params: { [name: string]: string | number | undefined };
}

interface Answer {
  status_code: number;
  content: string | null;
}

/** What a list endpoint answers. */
export interface List<T> {
  total_count: number;
  results: T[];
}

/** What an endpoint answers to a request it refuses; the last four are those of a used-up quota. */
interface Refusal {
  message?: string;
  error_code?: string;
  reset_time?: string;
  limit_time_unit?: string;
  call_limit?: number;
}

function request({ domain, authorization, path, params }: Request): Answer {
  try {
    return z.request({
      url: `https://${domain}/api/explore/v2.1${path}`,
      headers: { Accept: "application/json", Authorization: authorization },
      params,
    });
  } catch (error) {
    throw new HaltedException(`${domain} could not be reached: ${(error as Error).message}`);
  }
}

/** What the portal answered, parsed. Any other answer becomes the exception that fits, in words for the Zap's owner. */
function parse<T>(answer: Answer, domain: string): T {
  const body = parsed(answer.content);
  const status = answer.status_code;
  if (status === 200 && body) return body as T;

  const { message, error_code, reset_time, limit_time_unit, call_limit } = (body || {}) as Refusal;
  const said = message ? `: ${message} (${error_code})` : "";
  if (status === 401) throw new InvalidSessionException();
  if (status === 429) {
    const limit = call_limit
      ? `Its limit of ${call_limit} calls per ${limit_time_unit} is used up`
      : "It is too busy";
    throw new HaltedException(`${domain} accepts no more requests until ${reset_time || "later"}. ${limit}.`);
  }
  if (status >= 500) throw new HaltedException(`${domain} has a problem of its own (status ${status}).`);
  if (!body) {
    throw new ErrorException(
      `${domain} answered with a web page instead of data (status ${status}). Check the domain of the connected account.`,
    );
  }
  if (status === 400) {
    throw new ErrorException(`${domain} does not understand the filter or a field of this Zap${said}`);
  }
  if (status === 403)
    throw new ErrorException(`The API key has no permission to read this on ${domain}${said}`);
  if (status === 404) {
    throw new ErrorException(`${domain} does not have this dataset, or it was renamed${said}`);
  }
  throw new ErrorException(`${domain} refused the request with status ${status}${said}`);
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

export const explore = { request, parse };
