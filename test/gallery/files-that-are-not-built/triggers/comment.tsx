export const trigger = {};
