var Zap = {
  base: function () { return 'https://api.example.com/'; },
  page_pre_poll: function (bundle) { bundle.request.url = Zap.base() + 'pages'; return bundle.request; }
};
// One for each.
['post', 'note'].forEach(function (key) {
  Zap['new_' + key + '_pre_poll'] = function (bundle) { bundle.request.url = Zap.base() + key; return bundle.request; };
});
