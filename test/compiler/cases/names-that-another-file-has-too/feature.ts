import { name as other, show as showOther } from "./other.ts";

const name = "mine";

function show(): string {
  return `${name} and ${other}`;
}

export function feature(): unknown {
  const other = "local";
  return [show(), showOther(), other, name];
}
