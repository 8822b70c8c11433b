'use strict';

// Keys that are no words of JavaScript: data and helpers are reached with brackets.
var Zap = {
  // The API's names of what the builder calls otherwise.
  'data-map': { 'ticket-number': 'id', 'ticket title': 'title' },

  "rename all": function (items, map) {
    return items.map(function (item) {
      var renamed = {};
      for (var key in item) {
        if (Object.prototype.hasOwnProperty.call(item, key)) renamed[map[key] || key] = item[key];
      }
      return renamed;
    });
  },

  '1st': 'support',

  'new_ticket_pre_poll': function (bundle) {
    bundle.request.params['queue-name'] = bundle.trigger_fields.queue || Zap['1st'];
    return bundle.request;
  },

  'new_ticket_post_poll': function (bundle) {
    return this['rename all'](JSON.parse(bundle.response.content), this['data-map']);
  }
};
