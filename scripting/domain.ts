// Letters of any script, digits, hyphens and underscores.
const label = "[^\\s!-,./:-@[-^`{-~]+";
const host = new RegExp(`^${label}(\\.${label})*(:\\d{1,5})?$`);

/** `https://Data.Example.com/explore/` -> `data.example.com`, `example` -> `example.opendatasoft.com` */
export function normalisedDomain(typed: string): string {
  const domain = typed
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/[/?#].*$/, "")
    .replace(/\.$/, "");
  if (!host.test(domain)) {
    throw new ErrorException(`"${typed}" is not the address of a portal. It looks like data.example.com.`);
  }
  return /[.:]/.test(domain) ? domain : `${domain}.opendatasoft.com`;
}
