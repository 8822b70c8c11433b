var Zap = {
  limits: { page: 50, names: ['a', 'b'] },
  calls: 0,
  clean: function (text) { return this.trim(String(text)); },
  trim: function (text) { return text.replace(/^\s+|\s+$/g, ''); },
  bug_pre_poll: function (bundle) {
    this.calls = this.calls + 1;
    bundle.request.params = { limit: this.limits.page, q: this.clean(bundle.trigger_fields.queue), n: this.calls };
    return bundle.request;
  },
  bug_post_poll: function (bundle) {
    var self = this;
    return JSON.parse(bundle.response.content).map(function (bug) {
      return { id: bug.id, title: self.clean(bug.title), calls: Zap.calls };
    });
  }
};
