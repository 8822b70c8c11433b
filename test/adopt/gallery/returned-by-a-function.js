var Zap = (function () {
  'use strict';
  // Constants
  var BASE = 'https://api.example.com/v3';

  function state(n) {
    return { 1: 'open' }[n]; // undefined for others
  }

  return {
    // --- triggers
    new_ticket_pre_poll: function (bundle) {
      bundle.request.url = BASE + '/tickets';
      return bundle.request;
    },
    new_ticket_post_poll: function (bundle) {
      return JSON.parse(bundle.response.content).map(function (it) { return { id: it.id, state: state(it.id) }; });
    }
  };
})();
