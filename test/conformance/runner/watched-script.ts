// Stands behind a script. A method that calls back is known by its two parameters.
const watch = `
Object.keys(Zap).forEach(function (name) {
  var method = Zap[name];
  if (typeof method !== 'function') { return; }
  function called(given) {
    globalThis.calledMethods.add(name);
    return method.apply(Zap, given);
  }
  Zap[name] = method.length > 1
    ? function (bundle, callback) { return called(arguments); }
    : function (bundle) { return called(arguments); };
});
`;

/** A script that tells process.mjs which of its methods are called. */
export function watched(script: string): string {
  return `${script}\n${watch}`;
}
