// @ts-nocheck
export const trigger = {
  label: "Show",
  noun: "Show",
  help_text: "Triggers when a show begins.",
  url: "https://api.example.com/shows",
  fields: [],
  sample: { id: 1 },
};

export function pre_poll(bundle) {
  for (name in bundle.request.headers) last = name;
  return bundle.request;
}
