var static = 'https://static.example.com', package = { name: 'p' };
function private(x) { return x + 1; }
var Zap = {
  file_pre_poll: function (bundle) {
    var let = static + '/' + package.name, interface = private(2);
    bundle.request.url = let + interface;
    bundle.request.params = { static: static, private: package };
    return bundle.request;
  }
};
