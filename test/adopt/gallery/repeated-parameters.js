function pick(_, value, _) { return [value, _]; }
var Zap = {
  pick_pre_poll: function (bundle) { bundle.request.params = { picked: pick(1, 2, 3), length: pick.length }; return bundle.request; }
};
