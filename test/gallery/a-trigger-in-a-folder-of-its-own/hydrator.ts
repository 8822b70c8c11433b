export function comments(): string {
  return z.request({ url: "https://example.com/comments" }).content ?? "";
}
