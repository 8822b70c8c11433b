// The integration that both engines run: one trigger, with a key in a header.

/** `polled` is a managed poll with both methods; `asking` sends as many requests itself as the field says. */
export const script = `'use strict';
var Zap = {
  polled_pre_poll: function (bundle) {
    bundle.request.params.since = bundle.trigger_fields.since;
    return bundle.request;
  },
  polled_post_poll: function (bundle) {
    return _.map(z.JSON.parse(bundle.response.content), function (thing) {
      return { id: thing.number, title: thing.title };
    });
  },
  asking_poll: function (bundle) {
    for (var i = 0; i < Number(bundle.trigger_fields.since); i += 1) {
      var response = z.request({ url: bundle.request.url, headers: bundle.request.headers });
    }
    return response ? z.JSON.parse(response.content) : [];
  }
};
`;

export const things = JSON.stringify(
  Array.from({ length: 50 }, (_, number) => ({ number, title: `Thing ${number}`, tags: ["a", "b"] })),
);

const trigger = (key, url) => ({
  key,
  type: "polling",
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url,
  fields: [{ key: "since", label: "Since", type: "unicode" }],
  sample: { id: 1 },
  methods: [],
});

export const metadata = (url) => ({
  app: {
    title: "Things",
    version: "1.0.0",
    description: "Things is a list of things.",
    test_trigger: "polled",
    auth: {
      type: "api_key",
      fields: [{ key: "key", label: "Key", type: "unicode" }],
      placement: "header",
      mapping: { "X-Key": "{{key}}" },
    },
  },
  methods: [],
  hydrators: [],
  actions: [],
  searches: [],
  triggers: [trigger("polled", url), trigger("asking", url)],
});
