var Zap = {
  new_a1_post_poll: function (bundle) { return Zap.new_b1_post_poll(bundle).concat(this.extra); },
  new_b1_post_poll: function (bundle) { return JSON.parse(bundle.response.content); },
  extra: [{ id: 9 }],
  nested: { deep: { fn: function (x) { return x + Zap.extra.length; } } },
  c1_pre_write: function (bundle) { var that = this; return { data: JSON.stringify(_.map([1, 2], function (n) { return that.nested.deep.fn(n); })) }; }
};
Zap.late_pre_poll = Zap.new_a1_pre_poll = function (bundle) { return bundle.request; };
