(function e(t,n,r){function s(o,u){if(!n[o]){if(!t[o]){throw new Error("Cannot find module '"+o+"'")}var f=n[o]={exports:{}};t[o][0].call(f.exports,function(e){var n=t[o][1][e];return s(n?n:e)},f,f.exports,e,t,n,r)}return n[o].exports}for(var o=0;o<r.length;o++)s(r[o]);return s})({1:[function(require,module,exports){
var api = require('./api');
Zap = {
  doc_pre_poll: function (bundle) { bundle.request.url = api.url('docs'); return bundle.request; },
  doc_post_poll: function (bundle) { return JSON.parse(bundle.response.content); }
};
},{"./api":2}],2:[function(require,module,exports){
exports.url = function (path) { return 'https://api.example.com/' + path; };
},{}]},{},[1]);
