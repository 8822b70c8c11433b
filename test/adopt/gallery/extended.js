var helpers = { parsed: function (bundle) { return JSON.parse(bundle.response.content); } };
var Zap = _.extend({}, helpers, {
  album_post_poll: function (bundle) { return this.parsed(bundle); }
});
_.each(['x', 'y'], function (name) {
  Zap['made_' + name + '_pre_poll'] = function (bundle) { bundle.request.url = name; return bundle.request; };
});
