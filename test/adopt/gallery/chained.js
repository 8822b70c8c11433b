var Zap, root = typeof global !== 'undefined' ? global : this;
root.Zap = Zap = { ab_pre_poll: function (b) { return b.request; } };
