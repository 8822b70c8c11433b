import type { Meta } from "zapc";

/** Each id once, with the newest item. When a Zap is turned on, only ids are remembered: items would be too much. */
export function polled<T extends { id: string }>(items: T[], meta: Meta): { id: string }[] {
  const seen: { [id: string]: true } = Object.create(null);
  const once = items.filter(({ id }) => {
    const isNew = !seen[id];
    seen[id] = true;
    return isNew;
  });
  return meta.first_poll ? once.map(({ id }) => ({ id })) : once;
}
