import type {
  Callback,
  CatchHook,
  CustomFields,
  HookResults,
  Json,
  Meta,
  Poll,
  PostCustomTriggerFields,
  PostHook,
  PostPoll,
  PreCustomTriggerFields,
  PreHook,
  PrePoll,
  RequestResult,
  Response,
  Results,
  Trigger,
  ZapInfo,
} from "zapc";
import type { PreparedGet, SentRequest } from "../../../../src/model/bundles/shared.ts";
import type { ReceivedHook } from "../../../../src/model/bundles/trigger.ts";
import type { TriggerContracts } from "../../../../src/model/contracts.ts";
import type { Account } from "./app.ts";
import { type Asynchronous, has, is, type Negative, type Positive } from "./exactly.ts";

const trigger = {
  label: "New Ticket",
  noun: "Ticket",
  help_text: "Triggers when a ticket is opened.",
  url: "https://{{domain}}/tickets",
  fields: [
    { key: "queue", label: "Queue", type: "unicode", required: true },
    { key: "priority", label: "Priority", type: "int" },
  ],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

type T = typeof trigger;
type Contracts = TriggerContracts<T>;

interface Fields {
  queue: string;
  priority?: number;
}

/** An interface has no index signature, and is an item all the same. */
interface Ticket {
  id: number;
  title: string;
}
declare const tickets: Ticket[];
declare const contract: Contracts;
declare const fields: CustomFields;

export const positive: Positive<Contracts> = {
  pre_poll(bundle: PrePoll<T>): RequestResult {
    has<"request" | "url_raw" | "auth_fields" | "trigger_fields" | "zap" | "meta">()(bundle);
    is<PreparedGet>()(bundle.request);
    is<string>()(bundle.request.url);
    is<null>()(bundle.request.data);
    is<string>()(bundle.url_raw);
    is<Account>()({ ...bundle.auth_fields });
    is<Fields>()({ ...bundle.trigger_fields });
    is<ZapInfo>()(bundle.zap);
    is<Meta>()(bundle.meta);
    is<boolean | undefined>()(bundle.meta.frontend);
    is<number | undefined>()(bundle.meta.page);
    bundle.request.params.limit = 3;
    bundle.request.params.tag = ["a", "b"];
    bundle.request.headers["X-Key"] = "k";
    return bundle.request;
  },
  post_poll(bundle: PostPoll<T>): Results {
    has<"request" | "response" | "auth_fields" | "trigger_fields" | "zap" | "meta">()(bundle);
    is<SentRequest>()(bundle.request);
    is<string | null>()(bundle.request.data);
    is<Response>()(bundle.response);
    is<number>()(bundle.response.status_code);
    is<string>()(bundle.response.content);
    is<Meta>()(bundle.meta);
    is<number | undefined>()(bundle.trigger_fields.priority);
    return tickets;
  },
  poll(bundle: Poll<T>): Results {
    has<"request" | "url_raw" | "auth_fields" | "trigger_fields" | "zap" | "meta">()(bundle);
    is<PreparedGet>()(bundle.request);
    is<Fields>()({ ...bundle.trigger_fields });
    z.request(bundle.request);
    return [{ id: "a", anything: [1] }];
  },
  catch_hook(bundle: CatchHook<T>): HookResults {
    has<"request" | "cleaned_request" | "auth_fields" | "trigger_fields" | "zap">()(bundle);
    is<ReceivedHook>()(bundle.request);
    is<string>()(bundle.request.querystring);
    is<string>()(bundle.request.content);
    is<unknown>()(bundle.cleaned_request);
    is<Fields>()({ ...bundle.trigger_fields });
    return tickets[0] || [];
  },
  pre_hook(bundle: PreHook<T>): RequestResult {
    has<"request" | "auth_fields" | "trigger_fields" | "zap">()(bundle);
    is<PreparedGet>()(bundle.request);
    is<Account>()({ ...bundle.auth_fields });
    return { headers: { ...bundle.request.headers, "X-Full": "1" } };
  },
  post_hook(bundle: PostHook<T>): HookResults {
    has<"request" | "response" | "auth_fields" | "trigger_fields" | "zap">()(bundle);
    is<SentRequest>()(bundle.request);
    is<Response>()(bundle.response);
    return tickets;
  },
  pre_custom_trigger_fields(bundle: PreCustomTriggerFields<T>): RequestResult {
    has<"request" | "url_raw" | "auth_fields" | "trigger_fields" | "zap">()(bundle);
    is<PreparedGet>()(bundle.request);
    is<Fields>()({ ...bundle.trigger_fields });
    return { url: `${bundle.request.url}?queue=${bundle.trigger_fields.queue}` };
  },
  post_custom_trigger_fields(bundle: PostCustomTriggerFields<T>): CustomFields {
    has<"request" | "response" | "url_raw" | "auth_fields" | "zap">()(bundle);
    is<SentRequest>()(bundle.request);
    is<Response>()(bundle.response);
    return [{ type: "unicode", key: "q_1", label: "Are you happy?", important: true }];
  },
};

export const withCallback: Positive<Pick<Contracts, "poll">> = {
  poll(bundle: Poll<T>, callback: Callback<Results>): void {
    z.request(bundle.request, (error, response) => {
      if (error) callback(error);
      else callback(null, z.JSON.parse<Ticket[]>(response.content));
    });
  },
};

is<"poll">()("poll" as Asynchronous<Contracts>);

export const negative: Negative<Contracts> = {
  pre_poll(bundle) {
    // @ts-expect-error nothing has been answered yet
    bundle.response;
    // @ts-expect-error a GET has no body
    bundle.request.data.length;
    // @ts-expect-error not declared
    bundle.trigger_fields.theme;
    // @ts-expect-error optional
    bundle.trigger_fields.priority.toFixed();
    // @ts-expect-error of triggers, not of actions
    bundle.action_fields;
    // @ts-expect-error what becomes the query string holds no objects
    bundle.request.params.filter = { a: 1 };
    // @ts-expect-error a header is a text
    bundle.request.headers["X-Limit"] = 3;
    // @ts-expect-error nothing is returned
    contract.pre_poll = () => {};
    // @ts-expect-error a list is no request
    contract.pre_poll = () => [];
    // @ts-expect-error no way to make a request
    contract.pre_poll = () => ({ method: "FETCH" });
    // @ts-expect-error it takes no callback
    contract.pre_poll = (_bundle, callback) => callback(null, {});
    // @ts-expect-error the bundle of another method
    contract.pre_poll = (_bundle: PostPoll<T>) => ({});
  },
  post_poll(bundle) {
    // @ts-expect-error what is there is the rendered address, in `request.url`
    bundle.url_raw;
    // @ts-expect-error it is `status_code`
    bundle.response.status;
    // @ts-expect-error it is text
    bundle.response.content.results;
    // @ts-expect-error there may be no body
    bundle.request.data.length;
    // @ts-expect-error an item needs an id
    contract.post_poll = () => [{ title: "x" }];
    // @ts-expect-error an id is a text or a number
    contract.post_poll = () => [{ id: null }];
    // @ts-expect-error a list
    contract.post_poll = () => ({ id: 1 });
    // @ts-expect-error a list
    contract.post_poll = (post: PostPoll<T>) => post.response.content;
    // @ts-expect-error it takes no callback
    contract.post_poll = (_bundle, callback: Callback<Results>) => callback(null, []);
  },
  poll(bundle) {
    // @ts-expect-error it asks by itself
    bundle.response;
    // @ts-expect-error unknown
    bundle.meta.sample;
    // @ts-expect-error an item needs an id
    contract.poll = () => [{ title: "x" }];
    // @ts-expect-error nothing is returned, and there is no callback
    contract.poll = () => 5;
    // @ts-expect-error called back with something else
    contract.poll = (_bundle: Poll<T>, callback: Callback<string>) => callback(null, "x");
    contract.poll = (_bundle: Poll<T>, callback: Callback<Results>) => {
      // @ts-expect-error an item needs an id
      callback(null, [{ title: "x" }]);
      // @ts-expect-error first the error
      callback([]);
    };
  },
  catch_hook(bundle) {
    // @ts-expect-error polling only
    bundle.meta;
    // @ts-expect-error a hook has come in: nothing is sent
    bundle.request.url;
    // @ts-expect-error its body is in `content`
    bundle.request.data;
    // @ts-expect-error it may be anything that JSON can hold
    bundle.cleaned_request.ticket;
    // @ts-expect-error
    bundle.response;
    // @ts-expect-error neither an object nor a list
    contract.catch_hook = () => "ok";
    // @ts-expect-error nothing is returned: return []
    contract.catch_hook = () => {};
  },
  pre_hook(bundle) {
    // @ts-expect-error polling only
    bundle.meta;
    // @ts-expect-error the hook itself is not there
    bundle.cleaned_request;
    // @ts-expect-error no variables were rendered
    bundle.url_raw;
    // @ts-expect-error
    bundle.response;
    // @ts-expect-error a GET has no body
    bundle.request.data.length;
    // @ts-expect-error a param is no header
    contract.pre_hook = () => ({ headers: { Accept: null } });
  },
  post_hook(bundle) {
    // @ts-expect-error polling only
    bundle.meta;
    // @ts-expect-error
    bundle.cleaned_request;
    // @ts-expect-error neither an object nor a list
    contract.post_hook = () => true;
    // @ts-expect-error it takes no callback
    contract.post_hook = (_bundle, callback: Callback<HookResults>) => callback(null, []);
  },
  pre_custom_trigger_fields(bundle) {
    // @ts-expect-error polling only
    bundle.meta;
    // @ts-expect-error
    bundle.response;
    // @ts-expect-error a GET has no body
    bundle.request.data.length;
    // @ts-expect-error fields are what post_custom_trigger_fields returns
    contract.pre_custom_trigger_fields = () => fields;
  },
  post_custom_trigger_fields(bundle) {
    // @ts-expect-error not in this one
    bundle.trigger_fields;
    // @ts-expect-error polling only
    bundle.meta;
    // @ts-expect-error a field needs a key
    contract.post_custom_trigger_fields = () => [{ type: "unicode" as const }];
    // @ts-expect-error no type of a custom field
    contract.post_custom_trigger_fields = () => [{ type: "dict" as const, key: "q_1" }];
    // @ts-expect-error a list
    contract.post_custom_trigger_fields = () => ({ type: "unicode" as const, key: "q_1" });
  },
};
