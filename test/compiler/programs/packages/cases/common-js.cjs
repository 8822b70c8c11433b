function f(a, b) { return a; }
exports.feature = function feature() { var arguments_ = arguments.length; return [f(1, 2), arguments_, "\x07".length]; };
exports.undefined = undefined;
Object.defineProperty(exports, "getter", { enumerable: true, get: function () { return 1; } });
