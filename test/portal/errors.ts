// Source: explore-v2.1, response bad_request.
const ODSQL_ERROR = "ODSQLError";
// assumed: the specification names no other code.
const PARAMETER_ERROR = "InvalidRESTParameterError";
// assumed
const UNKNOWN_DATASET = "UnknownDatasetError";
// assumed
const NOT_FOUND = "NotFound";
// assumed: the specification gives 401 a description and no body.
const UNAUTHORIZED = "Unauthorized";
// assumed: data_visible is in the dataset's shape, what the records route answers without it is not said.
const FORBIDDEN = "PermissionDenied";
// Source: explore-v2.1, "Only the HTTP GET method is supported"; the code is assumed.
const METHOD_NOT_ALLOWED = "MethodNotAllowed";

/** An answer of an API that is no success: `{ message, error_code }` with a status. */
export class ApiError extends Error {
  readonly status: number;
  readonly error_code: string;
  /** The Automation API's word on each value that it refuses. */
  readonly detail: object | undefined;

  constructor(status: number, error_code: string, message: string, detail?: object) {
    super(message);
    this.status = status;
    this.error_code = error_code;
    this.detail = detail;
  }
}

/** A fault of an ODSQL text, before its clause is known. */
export class OdsqlError extends Error {}

export type Clause = "select" | "where" | "order_by" | "group_by";

/**
 * Runs what reads a clause, and turns its complaint into the API's answer.
 * Source of the wording: explore-v2.1, response bad_request, example invalid_odsql.
 */
export function inClause<Result>(clause: Clause, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof OdsqlError)) throw error;
    const message = `ODSQL query is malformed: ${error.message} Clause(s) containing the error(s): ${clause}.`;
    throw new ApiError(400, ODSQL_ERROR, message);
  }
}

export const invalidParameter = (message: string): ApiError => new ApiError(400, PARAMETER_ERROR, message);

export const unknownDataset = (id: string): ApiError =>
  new ApiError(404, UNKNOWN_DATASET, `Unknown dataset: ${id}`);

export const notFound = (path: string): ApiError => new ApiError(404, NOT_FOUND, `Unknown path: ${path}`);

export const unauthorized = (message: string): ApiError => new ApiError(401, UNAUTHORIZED, message);

export const forbidden = (message: string): ApiError => new ApiError(403, FORBIDDEN, message);

export const methodNotAllowed = (method: string): ApiError =>
  new ApiError(405, METHOD_NOT_ALLOWED, `Method ${method} is not allowed: only GET is supported`);
