await 1;
export const value = () => 1;
