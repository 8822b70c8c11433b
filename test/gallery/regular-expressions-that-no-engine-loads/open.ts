export function isOpen(state: string): boolean {
  return /^(open|new$/.test(state);
}
