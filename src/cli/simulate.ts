export async function simulateCommand(_trigger: string, _options: object): Promise<0 | 1> {
  return 0;
}
