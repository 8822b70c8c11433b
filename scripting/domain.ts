/** `https://Data.Example.com/explore/?q=1` -> `data.example.com`; `example` -> `example.opendatasoft.com`. */
export function normalisedDomain(typed: string): string {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/[/?#].*$/, "")
    .replace(/\.$/, "");
  if (!/^[^\s.:@]+(\.[^\s.:@]+)*(:\d+)?$/.test(host)) {
    throw new ErrorException(`"${typed}" is not the address of a portal. It looks like data.example.com.`);
  }
  return /[.:]/.test(host) ? host : `${host}.opendatasoft.com`;
}
