var Zap = {
  get_connection_label: function (bundle) { return bundle.auth_fields.username; },
  task_catch_hook: function (bundle) {
    var payload = bundle.cleaned_request || {};
    return payload.deleted ? [] : payload;
  }
};
if (typeof module === 'object') { module.exports = Zap; }
