import type { Poll, Results, Trigger } from "zapc";
import { datasets } from "../explore.ts";
import { PAGE_SIZE } from "../paging.ts";

export const trigger = {
  label: "List of Datasets",
  noun: "Dataset",
  help_text: "Fills the dropdown of published datasets.",
  hidden: true,
  paging: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets",
  fields: [],
  sample: { id: "air-quality", title: "Air Quality", dataset_uid: "da_5m8ykr" },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  const { results } = datasets(bundle.auth_fields, {
    order_by: "title",
    limit: PAGE_SIZE,
    offset: (bundle.meta.page || 0) * PAGE_SIZE,
  });
  return results.map(({ dataset_id, dataset_uid, metas }) => ({
    id: dataset_id,
    title: (metas.default || {}).title || dataset_id,
    dataset_uid,
  }));
}
