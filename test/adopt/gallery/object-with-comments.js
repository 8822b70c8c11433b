'use strict';
/*
 * Helpdesk, scripting of 2014.
 */

// The API's address.
var API = 'https://api.helpdesk.example/v1'; // no slash
var counter = 0;

/** Adds the key. */
function withKey(request, bundle) {
  request.headers = request.headers || {};
  request.headers['X-Key'] = bundle.auth_fields.api_key;
  return request;
}

function shared_post(bundle) {
  return Zap.parse(bundle.response.content);
}

var Zap = {
  // Triggers

  /** Polls the queue. */
  new_ticket_pre_poll: function (bundle) {
    // only open ones
    bundle.request.url = API + '/tickets?queue=' + bundle.trigger_fields.queue;
    return withKey(bundle.request, bundle);
  }, // end of new_ticket_pre_poll

  new_ticket_post_poll: shared_post, // an alias
  new_reply_post_poll: function (bundle) {
    counter++;
    var items = this.parse(bundle.response.content);
    return items.map(function (it) { return { id: it.id, text: 'a\
   b' + it.text }; });
  },

  'create_ticket_pre_write': function (bundle) {
    var data = { title: bundle.action_fields.title, body: bundle.action_fields_full.body };
    return { url: API + '/tickets', method: 'POST', headers: bundle.request.headers, data: JSON.stringify(data) };
  },
  find_ticket_search: function find(bundle) { return []; },
  get_session_info: function (bundle) { return { token: bundle.auth_fields.password }; },

  // Helpers
  parse: function (content) {
    return JSON.parse(content);
  },
  version: '1.2'
  // the end
};
