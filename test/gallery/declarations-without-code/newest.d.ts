export function newest(url: string): { id: number }[];
