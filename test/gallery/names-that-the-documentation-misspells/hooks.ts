import type { PostSubscribe, PreUnsubscribe, RequestResult, SubscribeData } from "zapc";

export const subscribe = (bundle: PostSubscribe): SubscribeData => bundle.response.content;
export const unsubscribe = (bundle: PreUnsubscribe): RequestResult => bundle.request;
export const post_unsubscribe = (bundle: PostSubscribe): SubscribeData => bundle.response.content;
