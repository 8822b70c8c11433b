var Zap = {
  row_post_poll: function (bundle) {
    'use strict';
    var rows = JSON.parse(bundle.response.content);
    return rows;
  },
  // An unused second parameter makes it asynchronous.
  row_pre_poll: function (bundle, callback) { return bundle.request; },
  add_row_write: function (bundle, callback) { callback(null, { id: 1 }); }
};
