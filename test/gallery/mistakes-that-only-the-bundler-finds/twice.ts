// @ts-nocheck
let count = 1;
let count = 2;
export const value = () => count;
export { value };
