export function address() {
  return import.meta.url;
}
