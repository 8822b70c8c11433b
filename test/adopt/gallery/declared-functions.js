/** Polls. */
function new_lead_pre_poll(bundle) { bundle.request.params = { a: 1 }; return bundle.request; } // tail
// The answer.
function new_lead_post_poll(bundle) {
  return shared(bundle);
}
function shared(bundle) { return JSON.parse(bundle.response.content); }
function deep(n) { return n ? deep(n - 1) : 0; }
var hits = 0;
function new_hit_post_poll(bundle) { hits += 1; return [{ id: hits }]; }
var Zap = {
  new_lead_pre_poll: new_lead_pre_poll,
  new_lead_post_poll: new_lead_post_poll,
  new_hit_post_poll: new_hit_post_poll,
  shared: shared,
  deep: deep
};
