var Zap = {
  env_pre_poll: function (bundle) {
    bundle.request.headers['X-Env'] = typeof process === 'object' && process.env ? String(process.env.ZAPC_NOT_THERE) : 'none';
    return bundle.request;
  }
};
