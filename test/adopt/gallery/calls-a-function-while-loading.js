var Zap = {
  base: function () { return 'https://api.example.com/'; },
  page_pre_poll: function (bundle) { bundle.request.url = pages; return bundle.request; },
  page_post_poll: function (bundle) { return [{ id: 1 }]; }
};
var pages = address('pages');
function address(path) { return root() + path; }
function root() { return Zap.base(); }
