// It is the time at which the calls were recorded.
(function (Clock) {
  var now = Clock.parse("2024-03-15T12:00:00Z");
  Date = function (given) {
    return new Clock(arguments.length === 0 ? now : given);
  };
  Date.now = function () {
    return now;
  };
  Date.parse = Clock.parse;
})(Date);
