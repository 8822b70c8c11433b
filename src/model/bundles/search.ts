import type { BundleBase, PreparedGet, Response, SentRequest, Values } from "./shared.ts";

/** The common properties of the bundles of a search's methods. */
interface SearchBundleBase extends BundleBase {
  /** The values that the user filled in for the search, each coerced to its field's type. */
  search_fields: Values;
}

/** The bundle of `pre_search`: the request to the search's URL, before it is sent. */
export interface PreSearchBundle extends SearchBundleBase {
  /** The prepared request. */
  request: PreparedGet;
  /** The search's URL before its variables were rendered. */
  url_raw: string;
}

/** The bundle of `post_search`: the response from the search's URL. */
export interface PostSearchBundle extends SearchBundleBase {
  /** The request that was sent. */
  request: SentRequest;
  /** The API's response. */
  response: Response;
}

/** The bundle of `search`: the prepared request, which it sends itself. */
export interface FullSearchBundle extends SearchBundleBase {
  /** The prepared request. */
  request: PreparedGet;
  /** The search's URL before its variables were rendered. */
  url_raw: string;
}

/** The common properties of the bundles for a search's custom fields, before the response is there. */
interface SearchFieldsBundleBase extends BundleBase {
  /** The values that the user has filled in so far, as written. */
  search_fields: Values;
}

/** The bundle of `custom_search_fields`. */
export interface CustomSearchFieldsBundle extends SearchFieldsBundleBase {
  /** A GET with the authentication and an empty URL. The method sends it to a URL of its own. */
  request: PreparedGet;
}

/** The bundle of `pre_custom_search_fields`. */
export interface PreCustomSearchFieldsBundle extends SearchFieldsBundleBase {
  /** The prepared request. */
  request: PreparedGet;
  /** The custom fields URL before its variables were rendered. */
  url_raw: string;
}

/** The bundle of `post_custom_search_fields`. */
export interface PostCustomSearchFieldsBundle extends BundleBase {
  /** The request that was sent. */
  request: SentRequest;
  /** The API's response. */
  response: Response;
  /** The custom fields URL before its variables were rendered. */
  url_raw: string;
}

/** The bundle of `custom_search_result_fields`. */
export interface CustomSearchResultFieldsBundle extends SearchFieldsBundleBase {
  /** A GET with the authentication and an empty URL. The method sends it to a URL of its own. */
  request: PreparedGet;
}

/** The bundle of `pre_custom_search_result_fields`. */
export interface PreCustomSearchResultFieldsBundle extends SearchFieldsBundleBase {
  /** The prepared request. */
  request: PreparedGet;
  /** The custom result fields URL before its variables were rendered. */
  url_raw: string;
}

/** The bundle of `post_custom_search_result_fields`. */
export interface PostCustomSearchResultFieldsBundle extends BundleBase {
  /** The request that was sent. */
  request: SentRequest;
  /** The API's response. */
  response: Response;
  /** The custom result fields URL before its variables were rendered. */
  url_raw: string;
}

/** The common properties of the bundles for reading a found or created object. */
interface ReadBundleBase extends BundleBase {
  /** The object that the search found or, in a search-or-create, that the action returned. */
  read_fields: Values;
  /** The values that the user filled in for the search or, in a search-or-create, for the action. */
  read_context: Values;
}

/** The bundle of `pre_read_resource`: the request to the search's resource URL, before it is sent. */
export interface PreReadResourceBundle extends ReadBundleBase {
  /** The prepared request. */
  request: PreparedGet;
  /** The resource URL before its variables were rendered. */
  url_raw: string;
}

/** The bundle of `post_read_resource`: the response from the search's resource URL. */
export interface PostReadResourceBundle extends ReadBundleBase {
  /** The request that was sent. */
  request: SentRequest;
  /** The API's response. */
  response: Response;
  /** The resource URL before its variables were rendered. */
  url_raw: string;
}

/** The bundle of `read_resource`: the prepared request, which it sends itself. */
export interface ReadResourceBundle extends ReadBundleBase {
  /** The prepared request. */
  request: PreparedGet;
  /** The resource URL before its variables were rendered. */
  url_raw: string;
}
