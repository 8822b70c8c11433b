var Zap = {
  base: function () { return 'https://api.example.com/'; },
  page_pre_poll: function (bundle) { bundle.request.url = address('pages'); return bundle.request; }
};
var limit = number('5');
function address(path) { return root() + path + limit; }
function root() { return Zap.base(); }
function number(text) { return Number(text); }
