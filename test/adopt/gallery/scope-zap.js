(function (scope) {
  'use strict';
  var api = 'https://api.example.com';
  function path(name) { return api + '/' + name; }
  scope.Zap = {
    item_pre_poll: function (bundle) { bundle.request.url = path('items'); return bundle.request; },
    item_post_poll: function (bundle) { return scope.Zap.parsed(bundle); },
    parsed: function (bundle) { return JSON.parse(bundle.response.content); }
  };
})(this);
