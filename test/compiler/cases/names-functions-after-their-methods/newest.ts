import type { Results } from "zapc";

export function newest(url: string, { poll }: { poll: number }): Results {
  return [{ id: url + poll }];
}
