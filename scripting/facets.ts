import type { Results } from "zapc";
import type { Portal } from "./call.ts";
import { catalogFacets, type Facet } from "./explore.ts";

/** `["station: Harbour"]` -> `["station:Harbour"]` */
export function refinements(typed: string[] | undefined): string[] {
  const given = (typed || []).filter((facet) => facet.trim() !== "");
  return given.map((facet) => {
    const [, name, value] = /^\s*([^:]*[^:\s])\s*:\s*(.*\S)\s*$/.exec(facet) || [];
    if (name && value) return `${name}:${value}`;
    throw new ErrorException(`"${facet}" is not a facet with its value. Write it like station:Harbour.`);
  });
}

export function facetValueChoices(portal: Portal, facet: string): Results {
  const [found] = catalogFacets(portal, facet);
  return (found ? found.facets : []).map(({ name, count }) => ({ id: name, name, datasets: count }));
}

/** `station:Harbour`, read as `station: Harbour (12)`. */
export function facetChoices(facets: Facet[]): Results {
  return facets.reduce<Results>(
    (choices, facet) =>
      choices.concat(
        facet.facets.map(({ name, value = name, count }) => ({
          id: `${facet.name}:${value}`,
          name: `${facet.name}: ${name} (${count})`,
          facet: facet.name,
        })),
      ),
    [],
  );
}
