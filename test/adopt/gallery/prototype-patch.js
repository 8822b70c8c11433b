if (!String.prototype.startsWithText) {
  String.prototype.startsWithText = function (text) { return this.indexOf(text) === 0; };
}
Array.prototype.lastOne = function () { return this[this.length - 1]; };

var Zap = {
  log_post_poll: function (bundle) {
    var items = JSON.parse(bundle.response.content);
    return [items.lastOne(), { id: 'a', starts: 'abc'.startsWithText('ab') }];
  }
};
