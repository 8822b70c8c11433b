(function () {
  var count = 0;
  Zap = { ab_post_poll: function (bundle) { count++; return [{ id: count }]; }, helper: function () { return 3; } };
})();
