// Names that need quotes, on members that others use, stand for declared functions, or are evaluated while the script loads.
var count = 0;
function next() { count += 1; return count; }
var rx = new RegExp('^' + 'x');
var Zap = {
  'next-id': next,
  /* evaluated */ '2nd': [rx.source, count + 1],
  'class': 'c', // reserved
  "delete": function (bundle) { return 'd'; },
  'set it': function (value) { count = value; },
  "page_post_poll": function (bundle) {
    this['set it'](7);
    return [{ id: this['next-id'](), t: Zap['2nd'], c: Zap['class'] + this['delete']() }];
  },
  'a_post_poll': function (bundle) { return []; }
};
