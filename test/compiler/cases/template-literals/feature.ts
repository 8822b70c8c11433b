export function feature(): unknown {
  const a = 1;
  const o = { toString: () => "text" };
  return [
    `${a}${a}`,
    `a${`b${a}`}c`,
    `${o}`,
    `two
lines`,
    `${null} ${undefined} ${[1, 2]}`,
    `\`\${}`,
  ];
}
