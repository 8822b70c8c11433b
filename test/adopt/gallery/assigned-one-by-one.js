// Each member by itself.
var Zap = {};

// Where the API is.
Zap.base = 'https://api.example.com';

/** The helper. */
Zap.get = function (path) {
  return Zap.base + path;
};

Zap.contact_pre_poll = function (bundle) {
  return { url: Zap.get('/contacts'), method: 'GET' }; // a GET
};
Zap['contact_post_poll'] = function (bundle) { return JSON.parse(bundle.response.content); };

// Creates one.
Zap.create_contact_write = function (bundle) {
  var answer = z.request({ method: 'POST', url: this.get('/contacts'), data: JSON.stringify(bundle.action_fields) });
  return { status: answer.status_code };
};
