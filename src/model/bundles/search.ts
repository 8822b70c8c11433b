import type { BundleBase, PreparedGet, Response, SentRequest, Values } from "./shared.ts";

/** What the bundles of a search's methods have in common. */
interface SearchBundleBase extends BundleBase {
  /** What the user filled in for the search, each value coerced to its field's type. */
  search_fields: Values;
}

/** What `pre_search` gets: the request to the search's URL, before it is sent. */
export interface PreSearchBundle extends SearchBundleBase {
  /** The prepared request. */
  request: PreparedGet;
  /** The search's URL before its variables were rendered. */
  url_raw: string;
}

/** What `post_search` gets: the answer from the search's URL. */
export interface PostSearchBundle extends SearchBundleBase {
  /** The request that was sent. */
  request: SentRequest;
  /** What the API answered. */
  response: Response;
}

/** What `search` gets: the prepared request, which it sends itself. */
export interface FullSearchBundle extends SearchBundleBase {
  /** The prepared request. */
  request: PreparedGet;
  /** The search's URL before its variables were rendered. */
  url_raw: string;
}

/** What the bundles for a search's custom fields have in common, before the answer is there. */
interface CustomFieldsBundle extends BundleBase {
  /** What the user has filled in so far, as written. */
  search_fields: Values;
}

/** What `custom_search_fields` gets. */
export interface CustomSearchFieldsBundle extends CustomFieldsBundle {
  /** A GET with the authentication in it, and with an empty URL: the method asks where it likes. */
  request: PreparedGet;
}

/** What `pre_custom_search_fields` gets. */
export interface PreCustomSearchFieldsBundle extends CustomFieldsBundle {
  /** The prepared request. */
  request: PreparedGet;
  /** The custom fields URL before its variables were rendered. */
  url_raw: string;
}

/** What `post_custom_search_fields` gets. */
export interface PostCustomSearchFieldsBundle extends BundleBase {
  /** The request that was sent. */
  request: SentRequest;
  /** What the API answered. */
  response: Response;
  /** The custom fields URL before its variables were rendered. */
  url_raw: string;
}

/** What `custom_search_result_fields` gets. */
export interface CustomSearchResultFieldsBundle extends CustomFieldsBundle {
  /** A GET with the authentication in it, and with an empty URL: the method asks where it likes. */
  request: PreparedGet;
}

/** What `pre_custom_search_result_fields` gets. */
export interface PreCustomSearchResultFieldsBundle extends CustomFieldsBundle {
  /** The prepared request. */
  request: PreparedGet;
  /** The custom result fields URL before its variables were rendered. */
  url_raw: string;
}

/** What `post_custom_search_result_fields` gets. */
export interface PostCustomSearchResultFieldsBundle extends BundleBase {
  /** The request that was sent. */
  request: SentRequest;
  /** What the API answered. */
  response: Response;
  /** The custom result fields URL before its variables were rendered. */
  url_raw: string;
}

/** What the bundles for reading a found or created object have in common. */
interface ReadBundleBase extends BundleBase {
  /** The object that the search found or, in a search-or-create, that the action returned. */
  read_fields: Values;
  /** What the user filled in for the search or, in a search-or-create, for the action. */
  read_context: Values;
}

/** What `pre_read_resource` gets: the request to the search's resource URL, before it is sent. */
export interface PreReadResourceBundle extends ReadBundleBase {
  /** The prepared request. */
  request: PreparedGet;
  /** The resource URL before its variables were rendered. */
  url_raw: string;
}

/** What `post_read_resource` gets: the answer from the search's resource URL. */
export interface PostReadResourceBundle extends ReadBundleBase {
  /** The request that was sent. */
  request: SentRequest;
  /** What the API answered. */
  response: Response;
  /** The resource URL before its variables were rendered. */
  url_raw: string;
}

/** What `read_resource` gets: the prepared request, which it sends itself. */
export interface ReadResourceBundle extends ReadBundleBase {
  /** The prepared request. */
  request: PreparedGet;
  /** The resource URL before its variables were rendered. */
  url_raw: string;
}
