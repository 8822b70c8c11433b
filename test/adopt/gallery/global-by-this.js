!function(n){"use strict";var md=function(s){var h=0;for(var i=0;i<s.length;i++)h=h*31+s.charCodeAt(i)|0;return(h>>>0).toString(16)};"function"==typeof define&&define.amd?define(function(){return md}):n.md=md}(this);
var Zap={sig_pre_poll:function(e){return e.request.headers["X-Sig"]=md(e.request.url),e.request}};
