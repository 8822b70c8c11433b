// @ts-nocheck
const both: any = { valueOf: () => 1, toString: () => "text" };
const none: any = undefined;
export function feature(): unknown {
  return [
    `${"a" + both}`, `x${"a" + both + both}y`, `${"" + both}`, `${both}${"" + both}`, `${"" + both}${both}`, `${"" + both}${"" + both}`,
    `${`${both}` + both}`, `${`a${both}`}`, `${both + 1}`, `${both + "z"}`, `${both + both}`, `${"a" + `${both}` + both}${both}`,
    `${"a" + (both + both)}`, `${"a" + (none ?? both)}`, `${("a" + both, both)}`, `${"a" + -both}`, `${(none || "a") + both}`, `${"a".concat(both)}`,
    "b" + `${both}` + both, `${"a" + [both]}${[both]}`, both + `${both}`,
  ];
}
