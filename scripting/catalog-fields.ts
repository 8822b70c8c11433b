/** The fields with which a user chooses datasets of the catalog. */
import type { Portal } from "./call.ts";
import { dataset, type Selection } from "./explore.ts";
import { refinements } from "./facets.ts";
import { all, equals, fullText } from "./odsql.ts";

export const catalogFields = [
  {
    key: "search",
    label: "Search",
    type: "unicode",
    help_text: "Only datasets that contain all of these words.",
  },
  {
    key: "theme",
    label: "Theme",
    type: "unicode",
    prefill: "themes.id.name",
    help_text: "Only datasets of this theme.",
  },
  {
    key: "keyword",
    label: "Keyword",
    type: "unicode",
    prefill: "keywords.id.name",
    help_text: "Only datasets with this keyword, written as on the portal.",
  },
  {
    key: "publisher",
    label: "Publisher",
    type: "unicode",
    prefill: "publishers.id.name",
    help_text: "Only datasets of this publisher.",
  },
  {
    key: "language",
    label: "Language",
    type: "unicode",
    prefill: "languages.id.name",
    help_text: "Only datasets in this language.",
  },
  {
    key: "facets",
    label: "Facets",
    type: "unicode",
    list: true,
    prefill: "catalog_facets.id.name",
    placeholder: "features:geo",
    help_text:
      "Only datasets with these values of the portal's other filters, each written as `facet:value`.",
  },
  {
    key: "filter",
    label: "Filter",
    type: "text",
    placeholder: "records_count > 1000",
    help_text:
      "Only datasets that match this condition in [ODSQL](https://help.opendatasoft.com/apis/ods-explore-v2/#section/Opendatasoft-Query-Language-%28ODSQL%29), the portal's query language.",
  },
] as const;

/** The values that the user filled in. */
export interface CatalogChoice {
  search?: string;
  theme?: string;
  keyword?: string;
  publisher?: string;
  language?: string;
  facets?: string[];
  filter?: string;
}

/** The chosen datasets; with a further condition, those that meet it. */
export function chosenDatasets(choice: CatalogChoice, condition?: string): Selection {
  const chosen = (["theme", "keyword", "publisher", "language"] as const).filter((name) =>
    (choice[name] || "").trim(),
  );
  const facets = chosen.map((name) => `${name}:${choice[name]}`).concat(choice.facets || []);
  return {
    where: all([fullText(choice.search), choice.filter, condition]),
    refine: refinements(facets),
  };
}

/** The condition that it is the dataset that the user chose, which must be there. */
export function onlyDataset(portal: Portal, typed = ""): string | undefined {
  return typed.trim() === "" ? undefined : equals("dataset_id", dataset(portal, typed).dataset_id);
}
