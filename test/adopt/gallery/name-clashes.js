function poll(x) { return 'poll ' + x; }
var trigger = 'a trigger', action = 'an action';
function pre_poll(x) { return x; }
var Zap = {
  clash_poll: function (bundle) { return [{ id: poll(1), t: trigger, p: pre_poll(2) }]; },
  clash_write: function (bundle) { return { a: action }; },
  other_pre_poll: function (bundle) { pre_poll(1); return bundle.request; },
  'delete': function () { return 'deleted'; },
  find_clash_search: function (bundle) { return [{ id: this['delete']() }]; }
};
