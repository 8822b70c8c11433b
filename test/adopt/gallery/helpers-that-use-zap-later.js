var helpers = (function () {
  return { url: function (path) { return Zap.base() + path; } };
})();
var Zap = {
  base: function () { return 'https://api.example.com/'; },
  page_pre_poll: function (bundle) { bundle.request.url = helpers.url('pages'); return bundle.request; }
};
