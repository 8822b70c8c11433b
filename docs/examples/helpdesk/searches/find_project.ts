import type { ReadResource, Resource, Search, SearchMethods } from "zapc";

export const search = {
  label: "Find Project",
  noun: "Project",
  help_text: "Finds a project by name.",
  url: "https://{{domain}}/api/projects",
  resource_url: "https://{{domain}}/api/projects/{{id}}",
  fields: [{ key: "name", label: "Name", type: "unicode", required: true }],
  sample: { id: 8, name: "New Printers", members: ["Ann"] },
} as const satisfies Search;

/** The project and, by a second request, who works on it. */
export function read_resource(bundle: ReadResource<typeof search>): Resource {
  const { request, read_fields } = bundle;
  const answer = z.request(request);
  if (answer.status_code !== 200) throw new ErrorException(`The project "${read_fields.name}" is gone.`);

  const { headers } = request;
  const members = z.request({ url: `${request.url}/members`, headers });
  return {
    ...z.JSON.parse<object>(answer.content),
    members: _.pluck(z.JSON.parse<{ name: string }[]>(members.content), "name"),
  };
}

({ read_resource }) satisfies SearchMethods<typeof search>;
