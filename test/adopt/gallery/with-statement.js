var Zap = {
  ab_post_poll: function (bundle) { with (bundle) { return JSON.parse(response.content); } },
  cd_pre_poll: function (bundle) { return bundle.request; }
};
