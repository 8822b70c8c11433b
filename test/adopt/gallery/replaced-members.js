var Zap = {
  // An older one.
  lead_post_poll: function (bundle) { return [{ id: 'old' }]; },
  /** How many. */
  limit: 1,
  // The one that counts.
  lead_post_poll: function (bundle) { return [{ id: 'new', limit: this.limit }]; }
};
Zap.limit = 2;
Zap.lead_pre_poll = function (bundle) { throw new ErrorException('old'); };
Zap['lead_pre_poll'] = function (bundle) { return bundle.request; };
