export function isUrgent(title: string): boolean {
  return /[z-a]/.test(title) || /fire{2,1}/.test(title);
}
