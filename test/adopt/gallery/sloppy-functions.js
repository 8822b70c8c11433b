// fix
var Zap = {
  fact_pre_poll: function (bundle) {
    var factorial = function (n) { return n < 2 ? 1 : n * arguments.callee(n - 1); };
    bundle.request.params = { f: factorial(5) };
    if (bundle.request) { function label(n) { return 'n' + n; } }
    bundle.request.params.l = label(1);
    var own = function itself() { itself = 1; return typeof itself; };
    bundle.request.params.o = own();
    return bundle.request;
  }
};
