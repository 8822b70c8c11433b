// ---- HEADER (for tests only, do not paste) ----
if (typeof require === 'function' && typeof exports !== 'undefined') {
  var btoa = function (text) { return new Buffer(text).toString('base64'); };
}
// ---- END HEADER ----
var Zap = {
  get_session_info: function (bundle) {
    return { token: btoa(bundle.auth_fields.user + ':x') };
  }
};
// ---- FOOTER ----
typeof exports !== 'undefined' && (exports.Zap = Zap);
// ---- END FOOTER ----
