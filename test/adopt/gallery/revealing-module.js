// Acme
var Zap = (function () {
  var api = {}, count = 0;

  function newLead(bundle) { return JSON.parse(bundle.response.content); }
  /* counts */
  function counted(bundle) { count += 1; return [{ id: count }]; }
  function helper(x) { return api.constant + x; }

  api.constant = 4;
  api.new_lead_post_poll = newLead; // alias
  api.new_deal_post_poll = counted;
  api.new_item_post_poll = function (bundle) { return [{ id: helper(1), keys: Object.keys(api).length }]; };

  return api; // done
})();
