import { expect, test } from "vitest";
import { fileHash, normalised, signatureOf, signed } from "../../src/built/signature.ts";

test("leaves out what editors do to a text: a byte order mark, line ends, blanks at the ends of lines and of the file", () => {
  expect(normalised("\uFEFF\n\nvar a;  \t\r\n\r\n  var b;\n\t\n\n")).toBe("var a;\n\n  var b;\n");
  expect(fileHash("var a; \r\n")).toBe(fileHash("var a;\n"));
});

test("reads a script with a megabyte of blanks and of empty lines in it", () => {
  const header =
    "// App 1.0.0\n// Made from TypeScript by zapc 0.2.0; sources 0123456789abcdef, file 0000000000000000.\n";
  const { code, file } = signed(`${header}/*${" ".repeat(1e6)}*/ var Zap = {};${"\n".repeat(1e6)}var a;\n`);
  expect(signatureOf(code)).toMatchObject({ file, intact: true });
});
