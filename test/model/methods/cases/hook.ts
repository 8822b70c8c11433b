import type {
  Json,
  PostSubscribe,
  PreSubscribe,
  PreUnsubscribe,
  RequestResult,
  Response,
  SubscribeData,
  ZapInfo,
} from "zapc";
import type { PreparedPost, SentRequest, Values } from "../../../../src/model/bundles/shared.ts";
import type { AppContracts } from "../../../../src/model/contracts.ts";
import type { Account } from "./app.ts";
import { has, is, type Negative, type Positive } from "./exactly.ts";

type Contracts = Pick<AppContracts, "pre_subscribe" | "post_subscribe" | "pre_unsubscribe">;

interface Subscription {
  id: number;
  secret?: string;
}

function post_subscribe(bundle: PostSubscribe): Subscription {
  return z.JSON.parse<Subscription>(bundle.response.content);
}

declare const contract: Contracts;

export const positive: Positive<Contracts> = {
  pre_subscribe(bundle: PreSubscribe): RequestResult {
    has<"request" | "target_url" | "event" | "auth_fields" | "trigger_fields" | "zap">()(bundle);
    is<PreparedPost>()(bundle.request);
    is<string>()(bundle.request.data);
    is<string>()(bundle.target_url);
    is<string>()(bundle.event);
    is<Account>()({ ...bundle.auth_fields });
    is<Values>()(bundle.trigger_fields);
    is<ZapInfo>()(bundle.zap);
    bundle.request.data = z.JSON.stringify({ url: bundle.target_url, queue: bundle.trigger_fields.queue });
    return bundle.request;
  },
  post_subscribe(bundle: PostSubscribe): SubscribeData {
    has<"request" | "response" | "target_url" | "event" | "auth_fields" | "trigger_fields" | "zap">()(bundle);
    is<SentRequest>()(bundle.request);
    is<Response>()(bundle.response);
    is<string>()(bundle.target_url);
    is<Values>()(bundle.trigger_fields);
    return post_subscribe(bundle);
  },
  pre_unsubscribe(bundle: PreUnsubscribe<typeof post_subscribe>): RequestResult {
    has<"request" | "target_url" | "event" | "subscribe_data" | "auth_fields" | "trigger_fields" | "zap">()(bundle);
    is<PreparedPost>()(bundle.request);
    is<Subscription>()(bundle.subscribe_data);
    is<number>()(bundle.subscribe_data.id);
    is<Account>()({ ...bundle.auth_fields });
    return { method: "DELETE", url: `${bundle.request.url}/${bundle.subscribe_data.id}`, data: null };
  },
};

export const negative: Negative<Contracts> = {
  pre_subscribe(bundle) {
    // @ts-expect-error nothing has been answered yet
    bundle.response;
    // @ts-expect-error only once there is a subscription
    bundle.subscribe_data;
    // @ts-expect-error not in this one
    bundle.url_raw;
    // @ts-expect-error polling only
    bundle.meta;
    // @ts-expect-error the body is JSON text
    bundle.request.data.target_url;
    // @ts-expect-error any trigger's: which fields there are is not known
    bundle.trigger_fields.queue.length;
    // @ts-expect-error nothing is returned
    contract.pre_subscribe = () => {};
    // @ts-expect-error it takes no callback
    contract.pre_subscribe = (_bundle, callback) => callback(null, {});
  },
  post_subscribe(bundle) {
    // @ts-expect-error this is where it comes from
    bundle.subscribe_data;
    // @ts-expect-error it is text
    bundle.response.content.id;
    // @ts-expect-error there may be no body
    bundle.request.data.length;
    // @ts-expect-error JSON has nothing for it
    contract.post_subscribe = () => undefined;
    // @ts-expect-error it takes no callback
    contract.post_subscribe = (_bundle, callback) => callback(null, {});
  },
  pre_unsubscribe(bundle) {
    // @ts-expect-error nothing has been answered yet
    bundle.response;
    const untyped = (_: PreUnsubscribe) => {
      is<Json>()(_.subscribe_data);
      // @ts-expect-error without `typeof post_subscribe` it may be anything that JSON can hold
      _.subscribe_data.id;
    };
    contract.pre_unsubscribe = (typed: PreUnsubscribe<typeof post_subscribe>) => {
      // @ts-expect-error not returned by post_subscribe
      typed.subscribe_data.identifier;
      // @ts-expect-error optional
      typed.subscribe_data.secret.length;
      return {};
    };
    // @ts-expect-error no way to make a request
    contract.pre_unsubscribe = () => ({ method: "delete" });
    // @ts-expect-error a list is no request
    contract.pre_unsubscribe = () => [];
    untyped(bundle);
  },
};
