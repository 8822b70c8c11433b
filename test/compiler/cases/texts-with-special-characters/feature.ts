export function feature(): unknown {
  return [
    "é 日本 \u{1F600}",
    "\u2028",
    "it's",
    "a\tb",
    "// no comment",
    "/* nor this */",
    "ZAPC_COMMENT(1);",
  ];
}
