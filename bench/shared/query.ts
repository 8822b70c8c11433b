/** The conditions of a list request, one call each: `filter[status]=open&filter[owner]=7`. */
export class Query {
  private readonly conditions: { [name: string]: string | number } = {};

  constructor(private readonly limit: number) {}

  /** Leaves out what the user left empty. */
  where(name: string, value: string | number | boolean | undefined): this {
    if (value !== undefined && value !== "") this.conditions[`filter[${name}]`] = String(value);
    return this;
  }

  orderedBy(name: string, direction: "asc" | "desc" = "desc"): this {
    this.conditions.sort = direction === "desc" ? `-${name}` : name;
    return this;
  }

  get params(): { [name: string]: string | number } {
    return { ...this.conditions, "page[size]": this.limit };
  }
}
