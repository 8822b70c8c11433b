import slugify from "slugify";

export const titled = (word: string): string => slugify(word).toUpperCase();
