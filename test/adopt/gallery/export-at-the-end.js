var Zap = {
  project_post_poll: function (bundle) {
    var results = JSON.parse(bundle.response.content);
    return results;
  }
};

if (typeof module !== 'undefined' && module.exports) {
  module.exports = Zap;
}
