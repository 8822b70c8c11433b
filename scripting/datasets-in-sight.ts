/** The datasets that one poll sees, and their dates. */
import type { Meta } from "zapc";
import type { Portal } from "./call.ts";
import { catalogDatasets, type ListedDataset, metasOf, SAMPLES, type Selection } from "./explore.ts";
import { descending } from "./odsql.ts";
import { DAY, isOlderThan } from "./time.ts";

const MOST_IN_SIGHT = 1000;

interface PollOptions {
  meta: Meta;
  /** The parts of a dataset that its id is made of. */
  remembered: string;
  /** Is asked with the last dataset of each page whether the others are of no use. */
  isEnough?: (last: ListedDataset) => boolean;
}

/** The first datasets; when a Zap is turned on, those parts of all datasets that ids are made of. */
export function datasetsInSight(portal: Portal, selection: Selection, poll: PollOptions): ListedDataset[] {
  const { meta, isEnough } = poll;
  if (meta.first_poll) {
    const all = { select: poll.remembered, most: Number.POSITIVE_INFINITY };
    return catalogDatasets(portal, { ...selection, ...all });
  }
  const most = meta.frontend ? SAMPLES : MOST_IN_SIGHT;
  return catalogDatasets(portal, { ...selection, most, isEnough });
}

/**
 * Publishing a dataset processes its metadata, so that new datasets stand in front. When all were just published anew, a new one
 * stands behind many others: so all of a day are looked at.
 */
export function publishedDatasets(portal: Portal, chosen: Selection, poll: PollOptions): ListedDataset[] {
  const selection = { ...chosen, order_by: descending("metadata_processed") };
  const isEnough = (last: ListedDataset) => isOlderThan(DAY, publishedAt(last));
  return datasetsInSight(portal, selection, { ...poll, isEnough });
}

/** A portal that does not keep `modified` by itself only knows when it processed the data. */
export function dataChangedAt(dataset: ListedDataset): string | null | undefined {
  const metas = metasOf(dataset);
  if (metas.modified && metas.modified_updates_on_data_change) return metas.modified;
  return metas.data_processed || metas.metadata_processed;
}

export function dataProcessedAt(dataset: ListedDataset): string | null | undefined {
  return metasOf(dataset).data_processed;
}

export function publishedAt(dataset: ListedDataset): string | undefined {
  return metasOf(dataset).metadata_processed;
}
