/* Outside strict mode, parameters and the entries of `arguments` that were given are tied. */
function all() { return Array.prototype.slice.call(arguments); }
function withDefault(options) { options = options || { made: true }; return all.apply(this, arguments); }
function swapped(options, done) {
  if (typeof options === "function") { done = options; options = {}; }
  return [typeof arguments[0], typeof arguments[1], arguments.length]
}
function declared(a) { var a = a || 7, b = 2; return [a, arguments[0], b]; }
function counted(a, b) {
  var before = a++, after = ++b
  a += 10, b--
  for (a = a + 1; a < 20; a++) {}
  a = 3, b++ || a
  return [before, after, a, b].concat(all.apply(null, arguments));
}
function nested(a, b) {
  var inner = function (a) { a = 5; return arguments[0]; };
  var arrow = () => a = 9;
  b = a = 4
  return [inner(1), arrow(), a, b, arguments[0], arguments[1]];
}
function chosen(a, b) { return [b ? a = b : a, (a = 3) && a, arguments[0], arguments[1]]; }
function entries(a, b) { arguments[0] = "set"; arguments[1]++; var c = (arguments[0] += "!"); return [a, b, c]; }
function plain(a, ...others) { a = 1; return [arguments[0], others]; }
function withDefaults(a, b = 2) { a = 1; return [arguments[0], b]; }
function strict(a) { "use strict"; a = 1; return arguments[0]; }
function lengthAlone(a) { a = a === undefined ? 1 : a; return [a, arguments.length]; }
function withoutSemicolons(a) {
  var list = [1]
  a = list
  ;[2].forEach(function (it) { list.push(it) })
  return [a, arguments[0]]
}
class Kept { of(a) { a = 1; return arguments[0]; } }

exports.feature = function () {
  return [
    withDefault(), withDefault(null), withDefault(1), withDefault(0, 2), swapped(all), swapped({}, all), declared(), declared(0), declared(1),
    counted(1), counted(1, 2), nested(0), nested(0, 1), chosen(1), chosen(1, 2), entries(), entries("a", 1),
    plain(0, 2), withDefaults(0), strict(0), lengthAlone(), lengthAlone(2), withoutSemicolons(0), new Kept().of(0),
  ];
};
