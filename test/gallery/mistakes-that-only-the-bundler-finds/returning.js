return;
export const value = () => 1;
