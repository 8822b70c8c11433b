(function e(t,n,r){function s(o,u){if(!n[o]){var l=n[o]={exports:{}};t[o][0].call(l.exports,function(e){return s(t[o][1][e])},l,l.exports)}return n[o].exports}for(var o=0;o<r.length;o++)s(r[o]);return s})({1:[function(require,module,exports){
var format = require('./lib/format');
var Zap = {
  note_post_poll: function (bundle) { return JSON.parse(bundle.response.content).map(format.note); },
  note_pre_poll: function (bundle) { bundle.request.params = { limit: 5 }; return bundle.request; }
};
(typeof global !== 'undefined' ? global : this).Zap = Zap;
module.exports = Zap;
},{"./lib/format":2}],2:[function(require,module,exports){
exports.note = function (note) { return { id: note.id, text: String(note.title).trim() }; };
},{}]},{},[1]);
