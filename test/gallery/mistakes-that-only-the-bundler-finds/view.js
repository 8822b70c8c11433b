export function value() {
  return <b>1</b>;
}
