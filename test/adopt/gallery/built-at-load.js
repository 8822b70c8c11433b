function poller(name) {
  return function (bundle) { return [{ id: 1, name: name, n: bundle.response.content.length }]; };
}
var names = ['a', 'b'];
var Zap = {
  first_post_poll: poller('first'),
  second_post_poll: poller('second'),
  kinds: names.concat(['c']),
  pick: function () { return this.kinds; },
  third_post_poll: function (bundle) { return this.pick().map(function (id) { return { id: id }; }); }
};
