/** The exceptions for a portal that refuses, in words for the owner of a Zap. */
import {
  type Account,
  type Answer,
  type Call,
  isWrite,
  MOST_SECONDS,
  type Portal,
  permissions,
} from "./call.ts";

/** The body of a refusal, in any of the shapes of the two APIs; the last three are those of a used-up quota. */
interface RefusalBody {
  message?: string;
  error?: unknown;
  error_code?: string;
  /** The faults of the values that were sent, nested as these are. */
  detail?: unknown;
  reset_time?: string;
  limit_time_unit?: string;
  call_limit?: number;
}

/** By a sign in the message of `z.request`, which has the codes of Node.js; whether each passes by itself. */
const failures: [sign: RegExp, passes: boolean, text: string][] = [
  [/ENOTFOUND/, false, "There is no portal at DOMAIN. Check the domain of the connected account."],
  [
    /certificate|self.signed|CERT_|altnames/i,
    false,
    "The certificate of DOMAIN is not valid, so nothing was sent to it: REASON.",
  ],
  [/TIMEDOUT/, true, `DOMAIN gave no answer within ${MOST_SECONDS} seconds.`],
  [
    /hang ?up|closed|ECONNRESET|aborted|terminated|premature/i,
    true,
    "DOMAIN closed the connection before its answer was complete.",
  ],
  [/^/, true, "DOMAIN could not be reached: REASON"],
];

export function explainFailure(portal: Portal, call: Call, reason: string): Error {
  const [, passes, text] = failures.filter(([sign]) => sign.test(reason))[0] as (typeof failures)[number];
  const told = text.replace("DOMAIN", portal.domain).replace("REASON", () => reason);
  if (!passes) return new ErrorException(told);
  const maybe = "It may have been done all the same: look at the portal before you repeat it.";
  return passing(portal, withSentence(told, isWrite(call) ? maybe : undefined));
}

/** Assumed: of an answer above 5 MB, the platform says that it is too large, or its bytes. */
export function isTooLarge(message: string): boolean {
  return /\d bytes|too large|too big|payload/i.test(message);
}

export function tooLarge(account: Account, call: Call): Error {
  const isOne = call.query && call.query.limit === 1;
  const text = `${account.domain} gave more than 5 MB ${isOne ? "for one entry" : "in one answer"}, and Zapier takes no more.`;
  return new ErrorException(withSentence(text, call.narrow));
}

/** A slow portal is slow at the next poll, too: the user must hear of it. */
export function tooSlow(account: Account, call: Call): Error {
  const text = `${account.domain} takes more than ${MOST_SECONDS} seconds for its answers.`;
  return new ErrorException(withSentence(text, call.narrow));
}

export const keyNeeded = "needs an API key for this";
export const keyRefused = "does not accept this API key";

export function connectAgain({ domain }: Account, reason: string): Error {
  return new ExpiredAuthException(
    `${domain} ${reason}. Create a new one at https://${domain}/account/api-keys/ and connect the account again.`,
  );
}

export function explainRefusal(
  portal: Portal,
  call: Call,
  { status_code, content, data }: Answer & { data: RefusalBody | undefined },
): Error {
  const { domain, authorization } = portal;
  const { about = "this", done, permission } = call;
  const said = saidIn(data);
  if (status_code === 401) {
    return authorization
      ? new InvalidSessionException(`${domain} does not accept the API key${said}`)
      : connectAgain(portal, keyNeeded);
  }
  if (status_code === 429) return passing(portal, withSentence(quotaMessage(data || {}, domain), done));
  if (status_code === 408 || status_code >= 500) {
    return passing(portal, withSentence(`${domain} has a problem of its own (status ${status_code}).`, done));
  }
  if (!data && isPage(content)) return pageInstead(domain, status_code, content);
  if (status_code === 404) return notThere(portal, call, said);
  const texts: { [status: number]: string | undefined } = {
    400: `${domain} does not accept what this Zap asks for`,
    403: `${authorization ? "The API key" : "A visitor"} has no permission for ${about} on ${domain}${
      permission ? `: it needs "${permissions[permission]}" (${permission})` : ""
    }`,
  };
  const text = texts[status_code] || `${domain} refused the request with status ${status_code}`;
  return new ErrorException(withSentence(text + said, done));
}

export function notThere(
  { domain }: Account,
  { about = "this", find, done }: Partial<Call>,
  said = ".",
): Error {
  const text = `${domain} does not have ${about}, or it was renamed${said}`;
  return new ErrorException(withSentence(text, done || find));
}

export function explainUnreadable(
  portal: Portal,
  { status_code, content, data }: Answer & { data: object | undefined },
): Error {
  const { domain } = portal;
  const text = (content || "").trim();
  if (isPage(text)) return pageInstead(domain, status_code, text);
  if (text === "") return passing(portal, `${domain} gave an empty answer (status ${status_code}).`);
  if (!data && /^[[{]/.test(text)) {
    return passing(portal, `${domain} broke off in the middle of its answer (status ${status_code}).`);
  }
  return new ErrorException(
    `${domain} answered with something else than the data of a portal (status ${status_code}).`,
  );
}

/** A trouble that passes by itself halts a poll, which comes again. In an action it is an error: the write is lost. */
function passing(portal: Portal, message: string): Error {
  return portal.halts ? new HaltedException(message) : new ErrorException(message);
}

function isPage(content: string | null): boolean {
  return /^\s*</.test(content || "");
}

function pageInstead(domain: string, status: number, content: string | null): Error {
  const [page, check] = /type=["']?password|log ?in|sign ?in/i.test(content || "")
    ? ["a page to log in", "the domain and the API key"]
    : ["a web page", "the domain"];
  return new ErrorException(
    `${domain} answered with ${page} instead of data (status ${status}). Check ${check} of the connected account.`,
  );
}

/** `{"message": "Invalid input.", "detail": {"title": ["Too long."]}}` -> `: Invalid input; title: Too long.` */
export function saidIn(body: RefusalBody = {}): string {
  const said = faultsIn(body.message || body.error).concat(faultsIn(body.detail));
  const sentence = said.map((fault) => fault.replace(/\.$/, "")).join("; ");
  const code = body.error_code ? ` (${body.error_code})` : "";
  return sentence ? `: ${sentence}${code}.` : ".";
}

function withSentence(text: string, sentence: string | undefined): string {
  return sentence ? text.replace(/\.?$/, `. ${sentence}`) : text;
}

/** `{"fields": [{"name": ["Too long."]}]}` -> `["fields.1.name: Too long."]` */
export function faultsIn(detail: unknown, path: string[] = []): string[] {
  if (detail === null || detail === undefined || detail === "") return [];
  if (typeof detail !== "object") return [path.length > 0 ? `${path.join(".")}: ${detail}` : String(detail)];
  const isList = Array.isArray(detail);
  const entries = detail as { [name: string]: unknown };
  let faults: string[] = [];
  for (const name of Object.keys(entries)) {
    // A text in a list is a fault of the list.
    const isPlace = isList ? typeof entries[name] === "object" : !/^(non_field_errors|message)$/.test(name);
    const place = isList ? Number(name) + 1 : name;
    faults = faults.concat(faultsIn(entries[name], isPlace ? path.concat(String(place)) : path));
  }
  return faults;
}

function quotaMessage(body: RefusalBody, domain: string): string {
  const limit = body.call_limit
    ? `Its limit of ${body.call_limit} calls per ${body.limit_time_unit} is used up`
    : "It is too busy";
  return `${domain} accepts no more requests until ${body.reset_time || "later"}. ${limit}.`;
}
