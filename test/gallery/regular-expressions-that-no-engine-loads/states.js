/** TypeScript does not look at the patterns of a script that was adopted. */
export function isOpen(state) {
  return /^(open|new$/.test(state) || /[z-a]/i.test(state);
}
