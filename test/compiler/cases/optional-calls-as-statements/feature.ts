export function feature(): unknown {
  const seen: string[] = [];
  const api = {
    log: (text: string) => seen.push(text),
    missing: undefined as undefined | ((text: string) => void),
  };
  api.log?.("called");
  api.missing?.("never");
  const none = null as null | typeof api;
  none?.log("never");
  const empty = undefined as undefined | number;
  empty ?? none?.log ?? api.log("last");
  empty ?? api.missing ?? none?.log("never");
  return seen;
}
