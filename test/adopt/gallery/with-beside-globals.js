// fix: a name within a `with` is a property of its object.
var API = 'https://api.example.com';
function join(a, b) { return a + '/' + b; }
var Zap = {
  row_pre_poll: function (bundle) {
    with (bundle.request) {
      url = join(API, 'rows');
      method = 'GET';
    }
    return bundle.request;
  },
  row_post_poll: function (bundle) {
    rows = JSON.parse(bundle.response.content);
    return rows;
  }
};
