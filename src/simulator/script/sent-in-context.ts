/**
 * Makes, inside the context, what a request with a callback gives at once: the package's request, which shows its address, its method
 * and its headers as JSON. Source: npm `request` 2.88, request.js, `requestToJSON`; runner, zfactory.js.
 */
export function makeSent(notSimulated: (what: string) => never): (json: string) => object {
  const streaming = ["on", "once", "pipe", "abort", "auth", "form", "multipart", "oauth", "jar", "emit"];
  const prototype = Object.create(Object.prototype);
  for (const name of streaming) {
    const value = () => notSimulated(`${name} of a request that is under way`);
    Object.defineProperty(prototype, name, { value });
  }
  return (json) => Object.setPrototypeOf(JSON.parse(json), prototype);
}
