var crypto2 = 'x';
module.exports = {
  order_post_poll: function (bundle) {
    return JSON.parse(bundle.response.content).map(function (o) { o.secret = crypto2; return o; });
  },
};
