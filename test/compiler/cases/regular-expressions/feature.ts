export function feature(): unknown {
  return [
    "2020-01".replace(/(\d+)-(\d+)/, "$2/$1"),
    /\/\/ [/*]/.test("// *"),
    "a,b;c".split(/[,;]/),
    /^[\w.]+$/i.test("A.b"),
  ];
}
