var Zap = {
  contact_post_poll: function (b) { return []; },
  contact_pre_write: function (b) { return b.request; },
  contact_search: function (b) { return []; },
  contact_post_read_resource: function (b) { return { id: 1 }; },
  post_oauthv2_token: function (b) { return { x: 1 }; },
  pre_oauthv2_token: function (b) { return b.request; }
};
