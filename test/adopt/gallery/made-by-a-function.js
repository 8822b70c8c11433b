var Zap = {};
var add = function (key) {
  Zap['new_' + key + '_post_poll'] = function (bundle) { return [{ id: key }]; };
};
Zap.page_post_poll = function (bundle) { return []; };
add('post');
add('note');
