// fix
var Zap = {
  movie_post_poll: function (bundle) {
    var data = JSON.parse(bundle.response.content);
    results = [];
    for (i = 0; i < data.length; i++) {
      movie = data[i];
      results.push({ id: movie.id, name: movie.title });
    }
    for (key in { a: 1, b: 2 }) results.push({ id: key });
    return results;
  },
  show_post_poll: function (bundle) {
    total = 0;
    _.each(JSON.parse(bundle.response.content), function (it) { total += it.id; });
    if (total > 0) { first = second = total; }
    return [{ id: total, first: first + second }];
  },
  counter_pre_poll: function (bundle) {
    seen = typeof seen === 'undefined' ? 1 : seen + 1;
    bundle.request.url += '?seen=' + seen;
    return bundle.request;
  }
};
