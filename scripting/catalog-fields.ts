/** The fields with which a user chooses datasets of the catalog, and the conditions that they stand for. */
import type { Selection } from "./explore.ts";
import { all, fullText } from "./odsql.ts";

export const catalogFields = [
  {
    key: "search",
    label: "Search",
    type: "unicode",
    help_text: "Only datasets in which all of these words are found.",
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
] as const;

/** What the user filled in. */
export interface CatalogChoice {
  search?: string;
  theme?: string;
  keyword?: string;
  publisher?: string;
  language?: string;
}

/** The chosen datasets, as the catalog is asked for them. */
export function chosen(
  { search, theme, keyword, publisher, language }: CatalogChoice,
  condition?: string,
): Selection {
  return {
    where: all([search && fullText(search), condition]),
    refine: [
      refinement("theme", theme),
      refinement("keyword", keyword),
      refinement("publisher", publisher),
      refinement("language", language),
    ],
  };
}

/** `theme:Culture`; undefined for what the user left empty. */
function refinement(facet: string, value: string | undefined): string | undefined {
  return value && `${facet}:${value}`;
}
