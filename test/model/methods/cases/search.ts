import type {
  Callback,
  CustomFields,
  CustomSearchFields,
  CustomSearchResultFields,
  FullSearch,
  Json,
  PostCustomSearchFields,
  PostCustomSearchResultFields,
  PostReadResource,
  PostSearch,
  PreCustomSearchFields,
  PreCustomSearchResultFields,
  PreReadResource,
  PreSearch,
  ReadResource,
  RequestResult,
  Resource,
  Response,
  Search,
  SearchResults,
  ZapInfo,
} from "zapc";
import type { PreparedGet, SentRequest } from "../../../../src/model/bundles/shared.ts";
import type { SearchContracts } from "../../../../src/model/contracts.ts";
import type { Account } from "./app.ts";
import { type Asynchronous, has, is, type Negative, type Positive } from "./exactly.ts";

const search = {
  label: "Find Ticket",
  noun: "Ticket",
  help_text: "Finds a ticket.",
  url: "https://{{domain}}/tickets",
  resource_url: "https://{{domain}}/tickets/{{id}}",
  fields: [
    { key: "number", label: "Number", type: "int", required: true },
    { key: "state", label: "State", type: "unicode", choices: ["open", "closed"] },
  ],
  sample: { id: 7, state: "open", urgent: false, owner: { name: "Ann" }, tags: ["a", "b"], closed_at: null },
} as const satisfies Search;

type S = typeof search;
type Contracts = SearchContracts<S>;

interface Fields {
  number: number;
  state?: "open" | "closed";
}

/** Nothing is required of what was written, and nothing is coerced. */
interface Raw {
  number?: string;
  state?: string;
}

/** In a search-or-create it is what was filled in for the action. */
interface Context {
  number?: number;
  state?: "open" | "closed";
}

interface Ticket {
  id: number;
}
declare const tickets: Ticket[];
declare const contract: Contracts;

export const positive: Positive<Contracts> = {
  pre_search(bundle: PreSearch<S>): RequestResult {
    has<"request" | "url_raw" | "search_fields" | "auth_fields" | "zap">()(bundle);
    is<PreparedGet>()(bundle.request);
    is<null>()(bundle.request.data);
    is<Fields>()({ ...bundle.search_fields });
    is<Account>()({ ...bundle.auth_fields });
    is<ZapInfo>()(bundle.zap);
    bundle.request.params.state = bundle.search_fields.state;
    return bundle.request;
  },
  post_search(bundle: PostSearch<S>): SearchResults {
    has<"request" | "response" | "search_fields" | "auth_fields" | "zap">()(bundle);
    is<SentRequest>()(bundle.request);
    is<Response>()(bundle.response);
    is<Fields>()({ ...bundle.search_fields });
    return tickets;
  },
  search(bundle: FullSearch<S>): SearchResults {
    has<"request" | "url_raw" | "search_fields" | "auth_fields" | "zap">()(bundle);
    is<PreparedGet>()(bundle.request);
    is<Fields>()({ ...bundle.search_fields });
    return [];
  },
  custom_search_fields(bundle: CustomSearchFields<S>): CustomFields {
    has<"request" | "search_fields" | "auth_fields" | "zap">()(bundle);
    is<PreparedGet>()(bundle.request);
    is<Raw>()({ ...bundle.search_fields });
    return [{ type: "text", key: "notes", placeholder: "…", default: "none" }];
  },
  pre_custom_search_fields(bundle: PreCustomSearchFields<S>): RequestResult {
    has<"request" | "url_raw" | "search_fields" | "auth_fields" | "zap">()(bundle);
    is<PreparedGet>()(bundle.request);
    is<Raw>()({ ...bundle.search_fields });
    return bundle.request;
  },
  post_custom_search_fields(bundle: PostCustomSearchFields<S>): CustomFields {
    has<"request" | "response" | "url_raw" | "auth_fields" | "zap">()(bundle);
    is<SentRequest>()(bundle.request);
    is<Response>()(bundle.response);
    return [{ type: "datetime", key: "since" }];
  },
  custom_search_result_fields(bundle: CustomSearchResultFields<S>): CustomFields {
    has<"request" | "search_fields" | "auth_fields" | "zap">()(bundle);
    is<PreparedGet>()(bundle.request);
    is<Raw>()({ ...bundle.search_fields });
    return [{ type: "float", key: "score", label: "Score" }];
  },
  pre_custom_search_result_fields(bundle: PreCustomSearchResultFields<S>): RequestResult {
    has<"request" | "url_raw" | "search_fields" | "auth_fields" | "zap">()(bundle);
    is<PreparedGet>()(bundle.request);
    is<Raw>()({ ...bundle.search_fields });
    return { params: { all: "true" } };
  },
  post_custom_search_result_fields(bundle: PostCustomSearchResultFields<S>): CustomFields {
    has<"request" | "response" | "url_raw" | "auth_fields" | "zap">()(bundle);
    is<SentRequest>()(bundle.request);
    is<Response>()(bundle.response);
    return [];
  },
  pre_read_resource(bundle: PreReadResource<S>): RequestResult {
    has<"request" | "url_raw" | "read_fields" | "read_context" | "auth_fields" | "zap">()(bundle);
    is<PreparedGet>()(bundle.request);
    is<number>()(bundle.read_fields.id);
    is<string>()(bundle.read_fields.state);
    is<boolean>()(bundle.read_fields.urgent);
    is<string>()(bundle.read_fields.owner.name);
    is<string[]>()(bundle.read_fields.tags);
    is<Json>()(bundle.read_fields.closed_at);
    is<Json>()(bundle.read_fields.anything_else);
    is<Context>()({ ...bundle.read_context });
    return { url: `${bundle.request.url}?full=1` };
  },
  post_read_resource(bundle: PostReadResource<S>): Resource {
    has<"request" | "response" | "url_raw" | "read_fields" | "read_context" | "auth_fields" | "zap">()(bundle);
    is<SentRequest>()(bundle.request);
    is<Response>()(bundle.response);
    is<number>()(bundle.read_fields.id);
    is<Context>()({ ...bundle.read_context });
    return z.JSON.parse<Ticket>(bundle.response.content);
  },
  read_resource(bundle: ReadResource<S>): Resource {
    has<"request" | "url_raw" | "read_fields" | "read_context" | "auth_fields" | "zap">()(bundle);
    is<PreparedGet>()(bundle.request);
    is<number>()(bundle.read_fields.id);
    is<Context>()({ ...bundle.read_context });
    return bundle.read_fields;
  },
};

type CallsBack = "search" | "custom_search_fields" | "custom_search_result_fields" | "read_resource";

export const withCallback: Positive<Pick<Contracts, CallsBack>> = {
  search(_bundle: FullSearch<S>, callback: Callback<SearchResults>): void {
    callback(null, tickets);
  },
  custom_search_fields(_bundle: CustomSearchFields<S>, callback: Callback<CustomFields>): void {
    callback(null, []);
  },
  custom_search_result_fields(_bundle: CustomSearchResultFields<S>, callback: Callback<CustomFields>): void {
    callback(null, []);
  },
  read_resource(bundle: ReadResource<S>, callback: Callback<Resource>): void {
    z.request(bundle.request, (error, response) => {
      if (error) callback(error);
      else callback(null, z.JSON.parse<Ticket>(response.content));
    });
  },
};

is<CallsBack>()("search" as Asynchronous<Contracts>);

export const negative: Negative<Contracts> = {
  pre_search(bundle) {
    // @ts-expect-error nothing has been answered yet
    bundle.response;
    // @ts-expect-error polling only
    bundle.meta;
    // @ts-expect-error a GET has no body
    bundle.request.data.length;
    // @ts-expect-error not declared
    bundle.search_fields.subject;
    // @ts-expect-error not one of the choices
    bundle.search_fields.state === "new";
    // @ts-expect-error matches are what post_search returns
    contract.pre_search = () => tickets;
  },
  post_search(bundle) {
    // @ts-expect-error what is there is the rendered address, in `request.url`
    bundle.url_raw;
    // @ts-expect-error only where the found object is read
    bundle.read_fields;
    // @ts-expect-error a list, also of one
    contract.post_search = () => ({ id: 1 });
    // @ts-expect-error a miss is an empty list
    contract.post_search = () => null;
    // @ts-expect-error it takes no callback
    contract.post_search = (_bundle, callback: Callback<SearchResults>) => callback(null, []);
  },
  search(bundle) {
    // @ts-expect-error it asks by itself
    bundle.response;
    // @ts-expect-error optional
    bundle.search_fields.state.length;
    // @ts-expect-error a miss is an empty list
    contract.search = () => null;
    // @ts-expect-error matches are objects
    contract.search = () => ["x"];
    contract.search = (_bundle: FullSearch<S>, callback: Callback<SearchResults>) => {
      // @ts-expect-error a list, also of one
      callback(null, { id: 1 });
    };
  },
  custom_search_fields(bundle) {
    // @ts-expect-error
    bundle.response;
    // @ts-expect-error it has no URL of its own
    bundle.url_raw;
    // @ts-expect-error nothing need be filled in yet
    bundle.search_fields.number.length;
    // @ts-expect-error a field needs a type
    contract.custom_search_fields = () => [{ key: "floor" }];
  },
  pre_custom_search_fields(bundle) {
    // @ts-expect-error
    bundle.response;
    // @ts-expect-error nothing is coerced
    bundle.search_fields.number === 1;
    // @ts-expect-error nothing is returned
    contract.pre_custom_search_fields = () => {};
  },
  post_custom_search_fields(bundle) {
    // @ts-expect-error not in this one
    bundle.search_fields;
    // @ts-expect-error no such property of a field
    contract.post_custom_search_fields = (): CustomFields => [{ type: "int", key: "floor", helpText: "x" }];
  },
  custom_search_result_fields(bundle) {
    // @ts-expect-error
    bundle.response;
    // @ts-expect-error
    bundle.read_fields;
    // @ts-expect-error a list
    contract.custom_search_result_fields = () => ({});
  },
  pre_custom_search_result_fields(bundle) {
    // @ts-expect-error
    bundle.response;
    // @ts-expect-error a GET has no body
    bundle.request.data.length;
    // @ts-expect-error it takes no callback
    contract.pre_custom_search_result_fields = (_bundle, callback) => callback(null, {});
  },
  post_custom_search_result_fields(bundle) {
    // @ts-expect-error not in this one
    bundle.search_fields;
    // @ts-expect-error
    bundle.meta;
    // @ts-expect-error a field needs a key
    contract.post_custom_search_result_fields = () => [{ type: "int" as const }];
  },
  pre_read_resource(bundle) {
    // @ts-expect-error nothing has been answered yet
    bundle.response;
    // @ts-expect-error what was searched for is in read_context
    bundle.search_fields;
    // @ts-expect-error in a search-or-create the action's fields are there instead
    bundle.read_context.number.toFixed();
    // @ts-expect-error a sample's `7` stands for any number
    is<7>()(bundle.read_fields.id);
    // @ts-expect-error the object is what post_read_resource returns
    contract.pre_read_resource = () => tickets[0];
  },
  post_read_resource(bundle) {
    // @ts-expect-error it is text
    bundle.response.content.id;
    // @ts-expect-error
    bundle.search_fields;
    // @ts-expect-error no object
    contract.post_read_resource = () => "x";
    // @ts-expect-error nothing is returned
    contract.post_read_resource = () => {};
  },
  read_resource(bundle) {
    // @ts-expect-error it asks by itself
    bundle.response;
    // @ts-expect-error no object
    contract.read_resource = () => null;
    contract.read_resource = (_bundle: ReadResource<S>, callback: Callback<Resource>) => {
      // @ts-expect-error no object
      callback(null, "x");
    };
  },
};
