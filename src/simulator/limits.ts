/** Milliseconds that a method may take. Source: docs/platform.md, "Limits": 30 seconds, requests included. */
export const callTimeLimit = 30_000;

/**
 * Bytes of a request's or an answer's payload, packed or unpacked. Source: docs/platform.md, "Limits": about 5 MB. Files have a
 * limit of their own.
 */
export const payloadLimit = 5_000_000;

/** Bytes of a file that is downloaded, or of a body with files. Assumed. */
export const fileLimit = 25_000_000;

/** Bytes of an answer's headers. Source: Node.js, `http.maxHeaderSize`. */
export const headerLimit = 16_384;

/** Bytes that the script and the data of one call must stay below. Source: docs/platform.md, "Limits": 6 MB. */
export const scriptingLimit = 6_000_000;

/** Bytes of a hook. Source: web-builder-docs, "Notification REST Hooks": 100 MB. Assumed: so it is for the other hooks. */
export const hookLimit = 100_000_000;

/** Followed redirects of one request of the platform. Source: npm `node-fetch` 2.7, which sends these requests. */
export const redirectLimit = 20;

/** Items that the editor shows as samples. Source: docs/platform.md, "Polling and deduplication". */
export const sampleLimit = 3;

/** Parts of a field's key that become nested objects, `a__b__c` having three. Source: runner, bundle.js: `MAX_KEY_PARTS`. */
export const keyPartLimit = 6;

/** Custom fields of a step. Source: docs/platform.md, "Limits". Assumed: more of them are an error. */
export const customFieldLimit = 1_000;

/** Lines that one call may write to its console. Assumed. */
export const consoleLineLimit = 10_000;

/** Characters that one call may write to its console. Assumed. */
export const consoleTextLimit = 5_000_000;

/** Requests of one call that may wait for their answers at once. Assumed. */
export const waitingRequestLimit = 500;

/** Requests of one call. Assumed. */
export const requestLimit = 10_000;

/** Bytes of a method's result. Assumed: that of a call's data. */
export const resultLimit = scriptingLimit;

/** Levels of lists and objects within each other, in JSON that is parsed. Assumed. */
export const nestingLimit = 500;

/** Bytes of requests and answers that a run's report keeps: of further ones it keeps the beginning of the address. Assumed. */
export const keptLimit = 20_000_000;

/** Bytes of requests and answers that a recording holds; of answers, that a comparison keeps for its second run. Assumed. */
export const recordingLimit = 50_000_000;

/** Megabytes by which the script's process may grow during one call, buffers included. Assumed. */
export const memoryLimit = 512;

/** Source: docs/platform.md, "Limits"; web-builder-docs, "Polling". */
export const scriptingTooLarge = "Scripting payload too large";

/** Why a request or an answer is refused for its size. Assumed: the text. */
export function payloadError(what: "request" | "response", limit: number): Error {
  return new Error(`The ${what} has more than ${limit} bytes, and the platform takes no more.`);
}
