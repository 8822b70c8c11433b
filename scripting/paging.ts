/** How many entries a dynamic dropdown loads at a time. */
export const PAGE_SIZE = 100;
