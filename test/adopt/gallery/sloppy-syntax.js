// fix
// what only a script can hold, or does in another way than a strict module
function labelled() { there: function inner() { return 'inner'; } return inner(); }
function branch(x) { if (x) function inner() { return 'yes'; } else function other() {} return typeof inner + typeof other; }
function loop(o) { for (var key = 'none' in o) {} return key; }
function listed() { arguments = [arguments.length, arguments[0]]; return arguments; }
function unchanged() { undefined = 5; NaN = next(); return [undefined, NaN]; }
function next() { return ++Zap.calls; }
String.prototype.kind = function () { return typeof this + (this instanceof String) + this.length; };
function itself(n) { return n < 1 ? 0 : 1 + arguments.callee (n - 1); } <!-- an old comment
--> another one
var counted = function () { return arguments.callee.length + arguments.length; };
var matched;

var Zap = {
  calls: 0,
  odd_post_poll: function (bundle) {
    var a = b = c = 1, text = 'x1y22';
    if (found = /\d/.exec(text)) a += found.length;
    while (part = text.slice(a)) { a += part.length; }
    return [{ id: a + b + c, list: listed(7, 8), labelled: labelled(), kind: 'abc'.kind() }];
  },
  more_post_poll: function (bundle) {
    return [{ id: 1, yes: branch(true), no: branch(false), loop: loop({}), last: loop({ z: 1 }), same: unchanged(), calls: Zap.calls,
      deep: itself(3), counted: counted(1, 2) }];
  }
};
