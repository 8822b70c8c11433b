var underscore = require('underscore');
var lodash; try { lodash = require("lodash"); } catch (e) { lodash = null; }
var absent; try { absent = require("not-there-at-all"); } catch (e) { absent = 'none'; }
if (typeof window !== 'undefined') { window.Zap = null; }
var Zap = {
  new_job_post_poll: function (bundle) {
    var name = 'query' + 'string', qs = require(name), path = require('path');
    return [{ id: underscore.keys({ a: 1 }).length, absent: absent, qs: qs.stringify({ a: 'b c' }), path: path.basename('/a/b'), got: require('lodash/get')({ a: { b: 1 } }, 'a.b') }];
  }
};
if (typeof module !== 'undefined' && module.exports) {
  var tested = 1;
  module.exports = { Zap: Zap, tested: tested };
}
