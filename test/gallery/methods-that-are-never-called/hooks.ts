import type { PreSubscribe } from "zapc";

export const pre_subscribe = ({ request }: PreSubscribe) => request;
