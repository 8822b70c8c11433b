var token = null, hits = 0;
function remember(t) { token = t; }
var Zap = {
  get_session_info: function (bundle) { remember('t1'); return { token: token }; },
  thing_pre_poll: function (bundle) {
    hits += 1;
    bundle.request.headers.Hits = String(hits);
    return bundle.request;
  },
  thing_post_poll: function (bundle) { return [{ id: hits, token: token }]; }
};
