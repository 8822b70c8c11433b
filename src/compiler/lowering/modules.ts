import type { Node } from "oxc-parser";
import { classCode, nameOfClass } from "./classes.ts";
import { code, joined } from "./code.ts";
import type { Rows } from "./lowering.ts";
import { is, namesOf } from "./syntax.ts";

export const modules: Rows = {
  ImportDeclaration: (node, lowering) => {
    const isType = (it: Node) => is(it, "ImportSpecifier") && it.importKind === "type";
    if (!node.specifiers.some(isType)) return lowering.inside(node);
    const kept = node.specifiers.filter((it) => !isType(it));
    const others = kept.filter(({ type }) => type !== "ImportSpecifier").map((it) => lowering.inside(it));
    const named = kept.filter(({ type }) => type === "ImportSpecifier").map((it) => lowering.inside(it));
    const names = joined([...others, code`{ ${joined(named, ", ")} }`], ", ");
    return code`import ${names} from ${lowering.inside(node.source)};`;
  },
  ExportNamedDeclaration: ({ declaration, specifiers, source }, lowering) => {
    if (is(declaration, "ClassDeclaration")) {
      return code`${lowering.of(declaration)}\nexport { ${nameOfClass(declaration, lowering)} };`;
    }
    if (is(declaration, "TSEnumDeclaration", "TSModuleDeclaration")) {
      const [id] = namesOf(declaration.id);
      const declaring = id && lowering.isFirst(id) ? code`export var ${lowering.nameOf(id)};\n` : "";
      return code`${declaring}${lowering.of(declaration)}`;
    }
    if (declaration) return code`export ${lowering.of(declaration)}`;
    const kept = specifiers.filter((it) => it.exportKind !== "type").map((it) => lowering.inside(it));
    const from = source ? code` from ${lowering.inside(source)}` : "";
    return code`export { ${joined(kept, ", ")} }${from};`;
  },
  // The type-check reports it: zap.js is no CommonJS module.
  TSExportAssignment: () => "",
  ExportDefaultDeclaration: ({ declaration }, lowering) => {
    if (is(declaration, "ClassDeclaration")) {
      const name = nameOfClass(declaration, lowering);
      return code`var ${name} = ${classCode(declaration, name, lowering)};\nexport default ${name};`;
    }
    const isFunction = is(declaration, "FunctionDeclaration");
    return code`export default ${lowering.of(declaration)}${isFunction ? "" : ";"}`;
  },
};
