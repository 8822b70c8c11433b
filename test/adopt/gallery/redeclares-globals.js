var _ = _ || require('underscore');
if (typeof moment === 'undefined') {
  var moment = require('moment');
}
var Zap = {
  ticket_post_poll: function (bundle) {
    return _.map([1], function (id) { return { id: id, year: moment(0).year() }; });
  },
  ticket_pre_poll: function (bundle) { bundle.request.params = { x: btoa('a') }; return bundle.request; }
};
if (typeof module !== 'undefined' && module.exports) {
  var btoa = function () { return 'mock'; };
}
