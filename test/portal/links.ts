import type { Parameters } from "./parameters.ts";
import type { Page } from "./query.ts";

/** Source: explore-v2.1, schema links. */
export interface Link {
  href: string;
  rel: "self" | "first" | "last" | "next" | "dataset" | "catalog";
}

/** Source: explore-v2.1, "URL paths start with /api/explore/v2.1". */
export const API_PATH = "/api/explore/v2.1";

/** The links of a list. Assumed: which there are, and that they repeat the request's other parameters. */
export function pageLinks(url: URL, page: Page, { limit, offset }: Parameters): Link[] {
  const at = (start: number): string => {
    const target = new URL(url);
    target.searchParams.delete("apikey");
    target.searchParams.set("offset", String(start));
    return target.href;
  };
  const last = limit > 0 ? Math.max(0, Math.ceil(page.total_count / limit) - 1) * limit : 0;
  const links: Link[] = [
    { href: at(offset), rel: "self" },
    { href: at(0), rel: "first" },
    { href: at(last), rel: "last" },
  ];
  if (limit > 0 && offset + limit < page.total_count) links.push({ href: at(offset + limit), rel: "next" });
  return links;
}

/** The links of a dataset. Assumed: the relations of the schema links that a dataset can have. */
export function datasetLinks(url: URL, dataset_id: unknown): Link[] {
  return [
    { href: datasetUrl(url, dataset_id), rel: "self" },
    { href: `${url.origin}${API_PATH}/catalog/datasets`, rel: "catalog" },
  ];
}

/** The links of a record. Assumed, as above. */
export function recordLinks(url: URL, dataset_id: string, record_id: unknown): Link[] {
  const dataset = datasetUrl(url, dataset_id);
  return [
    { href: `${dataset}/records/${String(record_id)}`, rel: "self" },
    { href: dataset, rel: "dataset" },
    { href: `${url.origin}${API_PATH}/catalog/datasets`, rel: "catalog" },
  ];
}

function datasetUrl(url: URL, dataset_id: unknown): string {
  return `${url.origin}${API_PATH}/catalog/datasets/${encodeURIComponent(String(dataset_id))}`;
}
