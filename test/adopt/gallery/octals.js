var MODE = 0755, ESCAPE = 'bell \07 and \033[1m and \0';
var Zap = {
  mode_pre_poll: function (bundle) { bundle.request.params = { mode: MODE, text: ESCAPE, ten: 010, nine: 09 }; return bundle.request; }
};
