import type {
  Action,
  Callback,
  CustomActionFields,
  CustomActionResultFields,
  CustomFields,
  PostCustomActionFields,
  PostCustomActionResultFields,
  PostWrite,
  PreCustomActionFields,
  PreCustomActionResultFields,
  PreWrite,
  RequestResult,
  Response,
  Write,
  WriteRequestResult,
  WriteResult,
  ZapInfo,
} from "zapc";
import type {
  PreparedFieldsGet,
  PreparedWrite,
  RequestFile,
  RequestFiles,
  SentWrite,
} from "../../../../src/model/bundles/action.ts";
import type { SentRequest } from "../../../../src/model/bundles/shared.ts";
import type { ActionContracts } from "../../../../src/model/contracts.ts";
import type { Account } from "./app.ts";
import { type Asynchronous, has, is, type Negative, type Positive } from "./exactly.ts";

const action = {
  label: "Create Ticket",
  noun: "Ticket",
  help_text: "Opens a ticket.",
  url: "https://{{domain}}/tickets",
  fields: [
    { key: "subject", label: "Subject", type: "unicode", required: true },
    { key: "notice", label: "Notice", type: "copy" },
    { key: "requester__name", label: "Name", type: "unicode" },
    { key: "requester__address__zip", label: "ZIP", type: "int", required: true },
    { key: "notify", label: "Notify", type: "bool", send_in_json: false },
    { key: "tags", label: "Tags", type: "unicode", list: true },
    { key: "product", label: "Product", type: "unicode", required: true, parent_key: "lines" },
    { key: "quantity", label: "Quantity", type: "int", parent_key: "lines" },
    { key: "weight", label: "Weight", type: "float", parent_key: "parcels" },
  ],
  sample: { id: 7 },
} as const satisfies Action;

type A = typeof action;
type Contracts = ActionContracts<A>;

interface Line {
  product: string;
  quantity?: number;
}
interface Parcel {
  weight?: number;
}

interface Ticket {
  id: number;
}
declare const ticket: Ticket;
declare const contract: Contracts;

/** What is sent in JSON. */
interface Sent {
  subject: string;
  requester: { name?: string; address: { zip: number } };
  tags?: string[];
  lines?: { product: string; quantity?: number }[];
  parcels?: { weight?: number }[];
}

interface Full {
  subject: string;
  requester__name?: string;
  requester__address__zip: number;
  notify?: boolean;
  tags?: string[];
  lines?: { product: string; quantity?: number }[];
  parcels?: { weight?: number }[];
}

/** Nothing is required of what was written, and nothing is coerced. */
interface Written {
  subject?: string;
  notify?: string;
  tags?: string[];
  lines?: { product?: string; quantity?: string }[];
  parcels?: { weight?: string }[];
}
interface Raw extends Written {
  requester__name?: string;
  requester__address__zip?: string;
}
interface Form extends Written {
  requester?: { name?: string; address?: { zip?: string } };
}

export const positive: Positive<Contracts> = {
  pre_write(bundle: PreWrite<A>): WriteRequestResult {
    has<"request" | "url_raw" | "action_fields" | "action_fields_full" | "action_fields_raw" | "auth_fields" | "zap">()(bundle);
    is<PreparedWrite>()(bundle.request);
    is<string>()(bundle.request.data);
    is<RequestFiles | undefined>()(bundle.request.files);
    is<RequestFile | undefined>()(bundle.request.files?.photo);
    is<Sent>()({ ...bundle.action_fields });
    is<number>()(bundle.action_fields.requester.address.zip);
    is<Full>()({ ...bundle.action_fields_full });
    is<Raw>()({ ...bundle.action_fields_raw });
    is<Account>()({ ...bundle.auth_fields });
    is<ZapInfo>()(bundle.zap);
    bundle.action_fields.lines?.map((line) => is<Line["quantity"]>()(line.quantity));
    bundle.action_fields_full.parcels?.map((parcel) => is<Parcel["weight"]>()(parcel.weight));
    if (bundle.action_fields_full.notify) return { data: z.JSON.stringify(bundle.action_fields) };
    if (bundle.action_fields.tags) return bundle.request;
    return {
      ...bundle.request,
      headers: { ...bundle.request.headers, "Content-Type": "application/x-www-form-urlencoded" },
      data: { subject: bundle.action_fields.subject, tags: bundle.action_fields.tags },
    };
  },
  post_write(bundle: PostWrite<A>): WriteResult {
    has<"request" | "response" | "action_fields" | "action_fields_full" | "action_fields_raw" | "auth_fields" | "zap">()(bundle);
    is<SentWrite>()(bundle.request);
    is<Response>()(bundle.response);
    is<Sent>()({ ...bundle.action_fields });
    is<Full>()({ ...bundle.action_fields_full });
    is<Raw>()({ ...bundle.action_fields_raw });
    return z.JSON.parse<Ticket>(bundle.response.content);
  },
  write(bundle: Write<A>): WriteResult {
    has<"request" | "url_raw" | "action_fields" | "action_fields_full" | "action_fields_raw" | "auth_fields" | "zap">()(bundle);
    is<PreparedWrite>()(bundle.request);
    is<Sent>()({ ...bundle.action_fields });
    z.request(bundle.request);
    return [ticket];
  },
  custom_action_fields(bundle: CustomActionFields<A>): CustomFields {
    has<"request" | "action_fields" | "auth_fields" | "zap">()(bundle);
    is<PreparedFieldsGet>()(bundle.request);
    is<Form>()({ ...bundle.action_fields });
    is<Account>()({ ...bundle.auth_fields });
    return [{ type: "int", key: "floor", choices: { 1: "First" }, required: false, prefill: "floors.id.name" }];
  },
  pre_custom_action_fields(bundle: PreCustomActionFields<A>): RequestResult {
    has<"request" | "url_raw" | "action_fields" | "auth_fields" | "zap">()(bundle);
    is<PreparedFieldsGet>()(bundle.request);
    is<string | null>()(bundle.request.data);
    is<Form>()({ ...bundle.action_fields });
    return { ...bundle.request, data: null };
  },
  post_custom_action_fields(bundle: PostCustomActionFields<A>): CustomFields {
    has<"request" | "response" | "url_raw" | "auth_fields" | "zap">()(bundle);
    is<SentRequest>()(bundle.request);
    is<Response>()(bundle.response);
    return [{ type: "file", key: "photo", label: "Photo", help_text: "Of the damage.", list: false }];
  },
  custom_action_result_fields(bundle: CustomActionResultFields<A>): CustomFields {
    has<"request" | "action_fields" | "auth_fields" | "zap">()(bundle);
    is<PreparedFieldsGet>()(bundle.request);
    is<Form>()({ ...bundle.action_fields });
    return [];
  },
  pre_custom_action_result_fields(bundle: PreCustomActionResultFields<A>): RequestResult {
    has<"request" | "url_raw" | "action_fields" | "auth_fields" | "zap">()(bundle);
    is<PreparedFieldsGet>()(bundle.request);
    is<Form>()({ ...bundle.action_fields });
    return bundle.request;
  },
  post_custom_action_result_fields(bundle: PostCustomActionResultFields<A>): CustomFields {
    has<"request" | "response" | "url_raw" | "auth_fields" | "zap">()(bundle);
    is<SentRequest>()(bundle.request);
    is<Response>()(bundle.response);
    return [{ type: "unicode", key: "q_1", label: "Are you happy?" }];
  },
};

type CallsBack = "write" | "custom_action_fields" | "custom_action_result_fields";

export const withCallback: Positive<Pick<Contracts, CallsBack>> = {
  write(bundle: Write<A>, callback: Callback<WriteResult>): void {
    z.request(bundle.request, (error, response) => {
      if (error) callback(error);
      else callback(null, z.JSON.parse<Ticket>(response.content));
    });
  },
  custom_action_fields(_bundle: CustomActionFields<A>, callback: Callback<CustomFields>): void {
    callback(null, [{ type: "bool", key: "urgent" }]);
  },
  custom_action_result_fields(_bundle: CustomActionResultFields<A>, callback: Callback<CustomFields>): void {
    callback("The fields could not be read.");
  },
};

is<CallsBack>()("write" as Asynchronous<Contracts>);

export const negative: Negative<Contracts> = {
  pre_write(bundle) {
    // @ts-expect-error nothing has been answered yet
    bundle.response;
    // @ts-expect-error polling only
    bundle.meta;
    // @ts-expect-error of actions, not of triggers
    bundle.trigger_fields;
    // @ts-expect-error kept out of the body
    bundle.action_fields.notify;
    // @ts-expect-error it has become an object
    bundle.action_fields.requester__name;
    // @ts-expect-error text for the user has no value
    bundle.action_fields_full.notice;
    // @ts-expect-error nor a raw one
    bundle.action_fields_raw.notice;
    // @ts-expect-error it stands in the lines
    bundle.action_fields.product;
    // @ts-expect-error and in full, too
    bundle.action_fields_full.quantity;
    // @ts-expect-error no lines have been filled in
    bundle.action_fields.lines.length;
    // @ts-expect-error in full the keys are those declared
    bundle.action_fields_full.requester;
    // @ts-expect-error raw values are texts
    bundle.action_fields_raw.notify === true;
    // @ts-expect-error the body is JSON text
    bundle.request.data.subject;
    // @ts-expect-error there may be no files
    bundle.request.files.photo;
    // @ts-expect-error an object would be sent form-encoded
    contract.pre_write = () => ({ data: { subject: "x" } });
    // @ts-expect-error an object would be sent form-encoded, whatever the content type says
    contract.pre_write = () => ({ headers: { "Content-Type": "application/json" }, data: { subject: "x" } });
    // @ts-expect-error three elements
    contract.pre_write = () => ({ files: { photo: ["a.png", "https://example.com/a.png"] } });
    // @ts-expect-error nothing is returned
    contract.pre_write = () => {};
  },
  post_write(bundle) {
    // @ts-expect-error what is there is the rendered address, in `request.url`
    bundle.url_raw;
    // @ts-expect-error it is text
    bundle.response.content.id;
    // @ts-expect-error a text that is no JSON
    contract.post_write = () => "created";
    // @ts-expect-error nothing is returned
    contract.post_write = () => {};
    // @ts-expect-error it takes no callback
    contract.post_write = (_bundle, callback: Callback<WriteResult>) => callback(null, {});
  },
  write(bundle) {
    // @ts-expect-error it asks by itself
    bundle.response;
    // @ts-expect-error kept out of the body
    bundle.action_fields.notify;
    // @ts-expect-error neither an object nor a list
    contract.write = () => "created";
    contract.write = (_bundle: Write<A>, callback: Callback<WriteResult>) => {
      // @ts-expect-error neither an object nor a list
      callback(null, 5);
    };
  },
  custom_action_fields(bundle) {
    // @ts-expect-error what has been filled in so far is in action_fields
    bundle.action_fields_full;
    // @ts-expect-error nothing need be filled in yet
    bundle.action_fields.subject.length;
    // @ts-expect-error nothing is coerced
    bundle.action_fields.requester__address__zip === 1;
    // @ts-expect-error it has no URL of its own
    bundle.url_raw;
    // @ts-expect-error
    bundle.response;
    // @ts-expect-error nothing need be filled in yet
    bundle.request.data.length;
    // @ts-expect-error choices are texts
    contract.custom_action_fields = () => [{ type: "int" as const, key: "floor", choices: [1, 2] }];
    // @ts-expect-error a list
    contract.custom_action_fields = () => ({});
  },
  pre_custom_action_fields(bundle) {
    // @ts-expect-error
    bundle.response;
    // @ts-expect-error
    bundle.action_fields_raw;
    // @ts-expect-error fields are what post_custom_action_fields returns
    contract.pre_custom_action_fields = () => [{ type: "int", key: "floor" }];
    // @ts-expect-error it takes no callback
    contract.pre_custom_action_fields = (_bundle, callback) => callback(null, {});
  },
  post_custom_action_fields(bundle) {
    // @ts-expect-error not in this one
    bundle.action_fields;
    // @ts-expect-error it is text
    bundle.response.content[0].key;
    // @ts-expect-error a field needs a type
    contract.post_custom_action_fields = () => [{ key: "floor" }];
  },
  custom_action_result_fields(bundle) {
    // @ts-expect-error
    bundle.response;
    // @ts-expect-error it has no URL of its own
    bundle.url_raw;
    // @ts-expect-error a field needs a key
    contract.custom_action_result_fields = () => [{ type: "int" as const }];
  },
  pre_custom_action_result_fields(bundle) {
    // @ts-expect-error
    bundle.response;
    // @ts-expect-error
    bundle.action_fields_full;
    // @ts-expect-error nothing is returned
    contract.pre_custom_action_result_fields = () => {};
  },
  post_custom_action_result_fields(bundle) {
    // @ts-expect-error not in this one
    bundle.action_fields;
    // @ts-expect-error
    bundle.meta;
    // @ts-expect-error no type of a custom field
    contract.post_custom_action_result_fields = () => [{ type: "string" as const, key: "q_1" }];
  },
};
