export function tickets(request: { url: string }): { id: number }[] {
  return z.JSON.parse<{ id: number }[]>(z.request(request).content);
}
