var crypto = require('crypto');
var qs = require('querystring');
var Zap = {
  sign: function (text) { return crypto.createHash('md5').update(text).digest('hex'); },
  file_pre_poll: function (bundle) {
    bundle.request.url += '?' + qs.stringify({ sig: Zap.sign(bundle.auth_fields.token) });
    return bundle.request;
  }
};
