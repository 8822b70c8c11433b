import { scheme } from "./address.ts";

export const host = scheme.concat("example.com");
