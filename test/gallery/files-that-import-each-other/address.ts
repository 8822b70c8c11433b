import { host } from "./host.ts";

export const scheme: string = "https://";
export const address = `${host}/tickets`;
