/** One kind of request that the APIs' documents describe. */
interface DocumentedRequest {
  readonly method: string;
  /** `*` stands for one segment. */
  readonly path: string;
  readonly parameters: string;
}

const EXPLORE = "/api/explore/v2.1/catalog";
const AUTOMATION = "/api/automation/v1.0";
const OF_LISTS = "select where order_by limit offset refine exclude lang timezone group_by";

// Source: explore-v2.1 and automation-v1, as far as the integration asks for it; copied by hand. The addresses of attachments are
// those of explore-v2.1's example. Assumed: the push route, which is in neither.
const DOCUMENTED: readonly DocumentedRequest[] = [
  {
    method: "GET",
    path: `${EXPLORE}/datasets`,
    parameters: `${OF_LISTS} include_links include_app_metas`,
  },
  { method: "GET", path: `${EXPLORE}/exports/*`, parameters: OF_LISTS },
  { method: "GET", path: `${EXPLORE}/facets`, parameters: "facet refine exclude where timezone" },
  {
    method: "GET",
    path: `${EXPLORE}/datasets/*`,
    parameters: "select lang timezone include_links include_app_metas",
  },
  {
    method: "GET",
    path: `${EXPLORE}/datasets/*/records`,
    parameters: `${OF_LISTS} include_links include_app_metas`,
  },
  { method: "GET", path: `${EXPLORE}/datasets/*/records/*`, parameters: "select lang timezone" },
  {
    method: "GET",
    path: `${EXPLORE}/datasets/*/exports/*`,
    parameters:
      "select where order_by group_by limit refine exclude lang timezone use_labels compressed epsg",
  },
  {
    method: "GET",
    path: `${EXPLORE}/datasets/*/facets`,
    parameters: "where refine exclude facet lang timezone",
  },
  { method: "GET", path: `${EXPLORE}/datasets/*/attachments/*`, parameters: "" },
  { method: "GET", path: `${AUTOMATION}/datasets/`, parameters: "limit offset dataset_id" },
  { method: "POST", path: `${AUTOMATION}/datasets/`, parameters: "" },
  { method: "GET", path: `${AUTOMATION}/datasets/*/`, parameters: "" },
  { method: "GET", path: `${AUTOMATION}/datasets/*/status/`, parameters: "" },
  { method: "POST", path: `${AUTOMATION}/datasets/*/publish/`, parameters: "" },
  { method: "POST", path: `${AUTOMATION}/datasets/*/unpublish/`, parameters: "" },
  { method: "POST", path: `${AUTOMATION}/datasets/*/publish_metadata/`, parameters: "" },
  { method: "POST", path: `${AUTOMATION}/datasets/*/abort/`, parameters: "" },
  // `next` may have a limit and an offset, which the document does not list here.
  {
    method: "GET",
    path: `${AUTOMATION}/datasets/*/feedbacks/`,
    parameters: "record_id is_archived sort limit offset",
  },
  { method: "PUT", path: `${AUTOMATION}/datasets/*/metadata/*/*/`, parameters: "" },
  { method: "POST", path: `${AUTOMATION}/datasets/*/resources/`, parameters: "" },
  { method: "POST", path: `${AUTOMATION}/datasets/*/resources/files/`, parameters: "" },
  { method: "GET", path: `${AUTOMATION}/metadata/templates/`, parameters: "limit offset is_active type" },
  { method: "GET", path: `${AUTOMATION}/harvesters/`, parameters: "limit offset" },
  { method: "GET", path: `${AUTOMATION}/harvesters/*/errors/`, parameters: "" },
  { method: "POST", path: `${AUTOMATION}/harvesters/*/start/`, parameters: "" },
  { method: "GET", path: `${AUTOMATION}/extractors/`, parameters: "" },
  { method: "GET", path: `${AUTOMATION}/groups/`, parameters: "limit offset search sort permissions" },
  { method: "POST", path: `${AUTOMATION}/groups/*/users/`, parameters: "" },
  { method: "POST", path: `${AUTOMATION}/users/invite/`, parameters: "" },
  { method: "POST", path: "/api/push/1.0/*/*/push/", parameters: "pushkey" },
];

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: { readonly [name: string]: string };
}

/** The parts of a request that no document describes: `GET /api/explore/v2.1/catalog/datasets?rows`. Undefined where all of it is. */
export function undocumented({ method, path, query, headers }: Asked): string | undefined {
  if (headers.authorization === "") return `${method} ${path} with an empty Authorization header`;
  const known = DOCUMENTED.find((each) => each.method === method && matches(each.path, path));
  if (!known) return `${method} ${path}`;
  const parameters = known.parameters.split(" ");
  const unknown = query.find(([name]) => !parameters.includes(name));
  return unknown && `${method} ${path}?${unknown[0]}`;
}

function matches(pattern: string, path: string): boolean {
  const [expected, found] = [pattern.split("/"), path.split("/")];
  return (
    expected.length === found.length &&
    expected.every((segment, index) => segment === found[index] || (segment === "*" && found[index] !== ""))
  );
}
