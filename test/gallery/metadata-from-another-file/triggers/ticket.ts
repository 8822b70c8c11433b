export { trigger } from "../ticket.ts";
