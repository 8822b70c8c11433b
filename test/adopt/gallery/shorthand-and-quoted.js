const note_post_poll = (bundle) => {
  const { content } = bundle.response;
  return JSON.parse(content).map(({ id, title = 'none' }) => ({ id, title: `${title}!` }));
};
const Zap = {
  note_post_poll,
  "note_pre_poll": (bundle) => ({ ...bundle.request, url: `https://api.example.com/${bundle.trigger_fields.queue ?? 'all'}` }),
  'create_note_pre_write'(bundle) {
    return { data: JSON.stringify([...Object.keys(bundle.action_fields)]) };
  },
  note_lookup_search(bundle) {
    let found = [];
    for (const it of [1, 2]) found.push({ id: it });
    return found;
  },
};
