// Stands behind zap.js while its calls are recorded. Each call logs, as JSON, the bundle, what `z` answered, and the outcome.
(() => {
  const exceptions = {
    ErrorException,
    HaltedException,
    StopRequestException,
    ExpiredAuthException,
    InvalidSessionException,
  };
  const copy = (value) => (value === undefined ? null : JSON.parse(JSON.stringify(value)));
  let answers = [];

  for (const name of Object.keys(z).filter((key) => typeof z[key] === "function")) {
    const ask = z[name];
    z[name] = (...given) => {
      const callback = typeof given.at(-1) === "function" ? given.pop() : undefined;
      const answer = { asked: name, with: copy(given) };
      answers.push(answer);
      if (!callback) return returning(answer, () => ask(...given));
      return ask(...given, (error, result) => {
        Object.assign(answer, error ? { failed: error.message } : { returned: copy(result) });
        callback(error, result);
      });
    };
  }

  for (const [name, method] of Object.entries(Zap)) {
    const recorded = (bundle, run) => {
      answers = [];
      const call = { method: name, bundle: copy(bundle), answers };
      try {
        return run(call);
      } catch (error) {
        finish(call, { thrown: thrown(error) });
        throw error;
      }
    };
    Zap[name] =
      method.length > 1
        ? (bundle, callback) =>
            recorded(bundle, (call) =>
              method.call(Zap, bundle, (error, result) => {
                finish(call, error ? { thrown: thrown(error) } : { returned: copy(result) });
                callback(error, result);
              }),
            )
        : (bundle) =>
            recorded(bundle, (call) => {
              const result = method.call(Zap, bundle);
              finish(call, { returned: copy(result) });
              return result;
            });
  }

  function returning(answer, ask) {
    try {
      const result = ask();
      answer.returned = copy(result);
      return result;
    } catch (error) {
      answer.failed = error.message;
      throw error;
    }
  }

  function finish(call, outcome) {
    console.log(JSON.stringify({ ...call, outcome }));
  }

  /** The name that the script knows an exception by. Engines word their own errors differently, so of those the name is enough. */
  function thrown(error) {
    const [name] = Object.entries(exceptions).find(([, exception]) => error instanceof exception) ?? [];
    if (!name) return { name: error.name };
    const isJson = name === "ErrorException";
    return { name, message: isJson ? JSON.parse(error.message).message : error.message };
  }
})();
