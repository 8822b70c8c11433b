export const name = "theirs";

export function show(): string {
  return name.toUpperCase();
}
