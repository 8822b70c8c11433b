// What a script finds on the platform, in ES5: `z` gives the recorded answers, and fails where it is asked anything else.
var answers = [];

function answerTo(name) {
  return function () {
    var given = Array.prototype.slice.call(arguments);
    var callback = typeof given[given.length - 1] === "function" ? given.pop() : undefined;
    var answer = answers.shift() || { asked: "nothing more" };
    var asked = inOneOrder({ asked: name, with: given });
    var recorded = inOneOrder({ asked: answer.asked, with: answer["with"] });
    if (asked !== recorded) {
      throw new Error("z." + name + " was asked " + asked + ", and recorded is " + recorded);
    }
    var error = answer.failed === undefined ? null : new Error(answer.failed);
    if (callback) {
      callback(error, answer.returned);
    } else if (error) {
      throw error;
    }
    return answer.returned;
  };
}

/** Engines list the keys of an object in different orders, those of an object in a text of JSON, too. */
function inOneOrder(value) {
  return JSON.stringify(value, function (_, given) {
    var part = typeof given === "string" && given.charAt(0) === "{" ? JSON.parse(given) : given;
    if (!part || typeof part !== "object" || Array.isArray(part)) {
      return part;
    }
    var sorted = {};
    Object.keys(part)
      .sort()
      .forEach(function (key) {
        sorted[key] = part[key];
      });
    return sorted;
  });
}

var z = {
  JSON: {
    parse: function (text) {
      try {
        return JSON.parse(text);
      } catch (error) {
        throw new Error('Error parsing response. We got: "' + String(text).slice(0, 100) + '"');
      }
    },
    stringify: function (value) {
      return JSON.stringify(value);
    },
  },
};
["request", "hash", "hmac", "snipify", "AWS", "dehydrate", "dehydrateFile"].forEach(function (name) {
  z[name] = answerTo(name);
});

function exceptionNamed(name) {
  function Exception(message) {
    this.name = name;
    this.message = message || "";
  }
  Exception.prototype = Object.create(Error.prototype);
  return Exception;
}

var ErrorException = exceptionNamed("ErrorException");
var HaltedException = exceptionNamed("HaltedException");
var StopRequestException = exceptionNamed("StopRequestException");
var ExpiredAuthException = exceptionNamed("ExpiredAuthException");
var InvalidSessionException = exceptionNamed("InvalidSessionException");
var RefreshTokenException = InvalidSessionException;

var console = {};
["log", "info", "debug", "warn", "error"].forEach(function (level) {
  console[level] = function () {};
});

/** Calls the method with the bundle again, and gives the outcome. */
function replay(Zap, call) {
  var method = Zap[call.method];
  var bundle = JSON.parse(JSON.stringify(call.bundle));
  var outcome = {};
  answers = JSON.parse(JSON.stringify(call.answers));
  try {
    if (method.length > 1) {
      method.call(Zap, bundle, function (error, result) {
        outcome = error ? { thrown: thrownBy(error) } : { returned: orNull(result) };
      });
    } else {
      outcome = { returned: orNull(method.call(Zap, bundle)) };
    }
  } catch (error) {
    outcome = { thrown: thrownBy(error) };
  }
  return outcome;
}

/** As JSON has it. */
function orNull(value) {
  return value === undefined ? null : value;
}

function thrownBy(error) {
  var isOfThePlatform = /Exception$/.test(error.name);
  return isOfThePlatform ? { name: error.name, message: error.message } : { name: error.name };
}
