/**
 * Runs in the script's thread before Node.js freezes the built-in objects.
 *
 * V8 has Node.js write the stack of an error, also of a script's, and load what a script imports, and hands the script what that
 * throws. At the end of the stack this is a RangeError of the realm outside. So such an error is closed: no property and no
 * prototype of it or its parents leads to the rest of that realm.
 */
const { prototype } = RangeError;
Reflect.deleteProperty(prototype, "constructor");
detach(prototype);
// Since Node.js 22 the stack is read by functions, the same ones for all errors of a realm.
const { get, set } = Object.getOwnPropertyDescriptor(new RangeError(), "stack") as PropertyDescriptor;
for (const accessor of [get, set]) if (accessor) detach(accessor);
/** Frozen here: Node.js would give the texts of a prototype getters, which are functions. */
function detach(object: object): void {
  Object.freeze(Object.setPrototypeOf(object, null));
}
