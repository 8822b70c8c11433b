export const title = "New Thing";

export function loud(word: string): string {
  return word.toUpperCase() + "!";
}

export function quiet(word: string): string {
  return word.toLowerCase();
}
