// HEAD
if (typeof _ === 'undefined') { var lodashForTests = require('underscore'); }
// /HEAD
var Zap = {
  page_post_poll: function (bundle) {
    if (bundle.response.status_code !== 200) throw new ErrorException('no');
    return JSON.parse(bundle.response.content);
  }
};
// FOOT
if (typeof exports !== 'undefined') { exports.Zap = Zap; }
// /FOOT
