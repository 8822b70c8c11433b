/* HEADER */
function ErrorException(message) { this.name = 'ErrorException'; this.message = message; }
/* /HEADER */
var Zap = {
  page_post_poll: function (bundle) {
    if (bundle.response.content.length > 3) throw new ErrorException('own');
    return [];
  },
  page_pre_poll: function (bundle) { throw new HaltedException('halt'); }
};
