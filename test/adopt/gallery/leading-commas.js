var Zap = {
    // first
    alpha_pre_poll: function (bundle) { return bundle.request; } // behind alpha
  , beta_pre_poll: function (bundle) { return bundle.request; }
  /* above gamma */
  , gamma_post_poll: function (bundle) { /* inside */ return []; }
};
