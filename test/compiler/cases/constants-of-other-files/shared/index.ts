export * from "./level.ts";
export { limit, twice } from "./numbers.ts";
export default { name: "shared" };
