// fix
var Zap = (function () {
  var on = true;
  if (on) {
    function helper(text) { return 'on:' + text; }
  } else {
    function helper(text) { return 'off:' + text; }
  }
  var api = {};
  // Uses a function of a block
  api.item_search = function (bundle) {
    try { function inner() { return 1; } } catch (e) {}
    switch (bundle.search_fields.kind) { case 'x': function chosen() { return 'x'; } }
    return [{ id: inner(), name: helper(bundle.search_fields.query), kind: typeof chosen }];
  };
  return api;
}());
