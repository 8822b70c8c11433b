import type {
  AnyNode,
  AssignmentExpression,
  CallExpression,
  MemberExpression,
  ObjectExpression,
  Pattern,
} from "acorn";
import { keyPattern } from "../model/layout.ts";
import { isOnlyName, walk } from "../source/walk.ts";
import { type Declarations, followed } from "./declarations.ts";
import { type FunctionNode, isFunction, propertyName, returnedBy } from "./nodes.ts";
import type { ScriptPlace } from "./parse-script.ts";
import {
  asTemplate,
  fieldGroups,
  isFieldGroup,
  joinedTemplates,
  type KnownValue,
  type TextTemplate,
  templateOf,
  templateText,
} from "./values.ts";

/** A field that a method reads. */
export interface ReadField {
  /** The owner of the field. */
  readonly of: "auth" | "trigger" | "action" | "search";
  readonly key: string;
  /** The place where it is read first. */
  readonly place: ScriptPlace;
}

/** An address that a method builds. */
export interface BuiltAddress {
  /** As metadata write it: `https://{{domain}}/api/tickets`. The text behind an unknown part is left out. */
  readonly url: string;
  /** True if it is that of the platform's request, and not of one that the script sends itself. */
  readonly isPlatforms: boolean;
}

/** A header or a parameter that a method fills with a value of the account. */
export interface Credential {
  readonly placement: "header" | "querystring";
  readonly name: string;
  /** `Bearer {{token}}` */
  readonly value: string;
}

/** The behaviour of one method, as far as its text says. */
export interface MethodReading {
  readonly fields: readonly ReadField[];
  readonly addresses: readonly BuiltAddress[];
  readonly credentials: readonly Credential[];
  /** The keys of the objects that it returns. */
  readonly returns: readonly string[];
}

type KnownVariables = Map<string, KnownValue | undefined>;

/** The deepest nesting of functions that is followed. */
const deepest = 8;

/** Reads what a method does with its bundle, also in the functions that it calls. */
export function readMethod(method: FunctionNode, declarations: Declarations): MethodReading {
  const reader = new Reader(declarations);
  reader.enter(method, [{ path: [] }]);
  const returned = returnedBy(method).map((node) => followed(node, declarations.values));
  return {
    fields: [...reader.fields.values()],
    addresses: reader.addresses,
    credentials: reader.credentials,
    returns: returned.flatMap((node) => (node.type === "ObjectExpression" ? keysOf(node) : [])),
  };
}

function keysOf({ properties }: ObjectExpression): string[] {
  return properties.flatMap((property) =>
    property.type === "Property" ? (propertyName(property.key, property) ?? []) : [],
  );
}

/** Follows the values of one method in the order of its text. */
class Reader {
  readonly fields = new Map<string, ReadField>();
  readonly addresses: BuiltAddress[] = [];
  readonly credentials: Credential[] = [];
  readonly #declarations: Declarations;
  /** The calls that are being followed. */
  readonly #entered: string[] = [];
  /** The objects that are options of a request of the script's. */
  readonly #options = new Set<AnyNode>();

  constructor(declarations: Declarations) {
    this.#declarations = declarations;
  }

  /** Reads a function that is called with these values. */
  enter(node: FunctionNode, values: readonly (KnownValue | undefined)[]): void {
    const call = JSON.stringify([node.start, values]);
    if (this.#entered.includes(call) || this.#entered.length >= deepest) return;
    this.#entered.push(call);
    const scope: KnownVariables = new Map();
    node.params.forEach((parameter, index) => {
      this.#bind(parameter, values[index], scope);
    });
    this.#read(node.body, scope);
    this.#entered.pop();
  }

  /** Reads a function's body. A function in it begins with what is known where it stands. */
  #read(body: AnyNode, known: KnownVariables): void {
    const scopes = [known];
    const scope = () => scopes.at(-1) as KnownVariables;
    walk<AnyNode>(body, {
      enter: (node, parent) => {
        if (isOnlyName(node, parent)) return false;
        if (isFunction(node)) {
          scopes.push(new Map(scope()));
          for (const parameter of node.params) this.#bind(parameter, undefined, scope());
        }
        if (node.type === "ObjectExpression") this.#readOptions(node, scope());
        if (node.type === "CallExpression" && isRequest(node))
          for (const options of node.arguments) this.#options.add(options);
        return node.type !== "MemberExpression" || isTarget(node, parent) || !this.#readMember(node, scope());
      },
      leave: (node) => {
        if (isFunction(node)) scopes.pop();
        if (node.type === "VariableDeclarator" && node.init)
          this.#bind(node.id, this.#valueOf(node.init, scope()), scope());
        if (node.type === "AssignmentExpression") this.#assign(node, scope());
        if (node.type === "CallExpression") this.#call(node, scope());
      },
    });
  }

  /** Notes a member that is a part of the bundle, and says whether it is. */
  #readMember(member: MemberExpression, scope: KnownVariables): boolean {
    const value = this.#valueOf(member, scope);
    if (!value || !("path" in value)) return false;
    this.#note(value.path, member);
    return true;
  }

  #assign({ left, operator, right }: AssignmentExpression, scope: KnownVariables): void {
    if (left.type === "MemberExpression") {
      this.#writeMember(left, right, scope);
      return;
    }
    const written = this.#valueOf(right, scope);
    const before = this.#valueOf(left, scope);
    const value = operator === "+=" ? joinedTemplates(asTemplate(before), asTemplate(written)) : written;
    this.#bind(left, value, scope);
  }

  #call(called: CallExpression, scope: KnownVariables): void {
    const values = called.arguments.map((argument) => this.#valueOf(argument, scope));
    const callee = this.#functionOf(called.callee);
    if (callee && values.some((value) => value && "path" in value)) this.enter(callee, values);
  }

  /** A variable, or those of a pattern, stand for a value. */
  #bind(pattern: Pattern, value: KnownValue | undefined, scope: KnownVariables): void {
    if (pattern.type === "Identifier") {
      // `request = bundle.request || {}` and the like lose nothing of what is known.
      if (value || !scope.has(pattern.name) || "path" in (scope.get(pattern.name) ?? {}))
        scope.set(pattern.name, value);
      return;
    }
    if (pattern.type === "AssignmentPattern") this.#bind(pattern.left, value, scope);
    if (pattern.type !== "ObjectPattern" || !value || !("path" in value)) return;
    for (const property of pattern.properties) {
      if (property.type === "RestElement") continue;
      const name = propertyName(property.key, property);
      if (name === undefined) continue;
      const path = [...value.path, name];
      this.#note(path, property);
      this.#bind(property.value, { path }, scope);
    }
  }

  /** Notes that a path is read. */
  #note(path: readonly string[], { loc }: AnyNode): void {
    const [group = "", key = "", inner] = path;
    if (!isFieldGroup(group) || key === "" || isOfEveryValue(key)) return;
    const isNested = group === "action_fields" && inner !== undefined && !isOfEveryValue(inner);
    const name = isNested ? `${key}__${inner}` : key;
    const of = fieldGroups[group];
    const id = `${of} ${name}`;
    if (!keyPattern.test(name) || this.fields.has(id)) return;
    const { line = 1, column = 0 } = loc?.start ?? {};
    this.fields.set(id, { of, key: name, place: { line, column: column + 1 } });
  }

  /** `bundle.request.url = …`, `request.headers.X = …` */
  #writeMember(target: MemberExpression, right: AnyNode, scope: KnownVariables): void {
    const name = propertyName(target.property, target);
    if (name === undefined) return;
    const text = asTemplate(this.#valueOf(right, scope));
    if (name === "url") this.#noteAddress(text, true);
    const object = this.#valueOf(target.object, scope);
    const place = object && "path" in object ? object.path.at(-1) : lastName(target.object);
    this.#noteCredential(place, name, text);
  }

  /** `{ url: …, headers: { X: … } }` */
  #readOptions(object: ObjectExpression, scope: KnownVariables): void {
    for (const property of object.properties) {
      if (property.type !== "Property") continue;
      const name = propertyName(property.key, property);
      if (name === "url")
        this.#noteAddress(asTemplate(this.#valueOf(property.value, scope)), !this.#options.has(object));
      if (property.value.type !== "ObjectExpression") continue;
      for (const inner of property.value.properties) {
        if (inner.type !== "Property") continue;
        const innerName = propertyName(inner.key, inner);
        if (innerName !== undefined)
          this.#noteCredential(name, innerName, asTemplate(this.#valueOf(inner.value, scope)));
      }
    }
  }

  #noteAddress(text: TextTemplate, isPlatforms: boolean): void {
    const url = templateText(text);
    if (/^https?:\/\/[^/]/i.test(url)) this.addresses.push({ url, isPlatforms });
  }

  #noteCredential(place: string | undefined, name: string, text: TextTemplate): void {
    const placement = place === "headers" ? "header" : place === "params" ? "querystring" : undefined;
    const variables = text.parts.filter((part) => typeof part !== "string");
    const isOfAccount = variables.length > 0 && variables.every(({ group }) => group === "auth_fields");
    if (placement && isOfAccount && !text.isCut)
      this.credentials.push({ placement, name, value: templateText(text) });
  }

  #functionOf(callee: AnyNode): FunctionNode | undefined {
    const { values, members } = this.#declarations;
    const found =
      callee.type === "MemberExpression"
        ? members.get(propertyName(callee.property, callee) ?? "")?.value
        : followed(callee, values);
    return isFunction(found) ? found : undefined;
  }

  #valueOf(node: AnyNode, scope: KnownVariables, most = 60): KnownValue | undefined {
    if (most === 0) return undefined;
    const inner = (part: AnyNode) => this.#valueOf(part, scope, most - 1);
    switch (node.type) {
      case "Literal":
        return typeof node.value === "string" || typeof node.value === "number"
          ? templateOf(String(node.value))
          : undefined;
      case "TemplateLiteral":
        return node.quasis.reduce<TextTemplate>((text, { value }, index) => {
          const expression = index > 0 ? node.expressions[index - 1] : undefined;
          const before = expression ? joinedTemplates(text, asTemplate(inner(expression))) : text;
          return joinedTemplates(before, templateOf(value.cooked ?? ""));
        }, templateOf(""));
      case "BinaryExpression":
        return node.operator === "+"
          ? joinedTemplates(asTemplate(inner(node.left)), asTemplate(inner(node.right)))
          : undefined;
      case "LogicalExpression":
        return inner(node.left) ?? inner(node.right);
      case "ConditionalExpression":
        return inner(node.consequent) ?? inner(node.alternate);
      case "ParenthesizedExpression":
        return inner(node.expression);
      case "Identifier":
        if (scope.has(node.name)) return scope.get(node.name);
        return this.#constant(this.#declarations.values.get(node.name), most);
      case "MemberExpression":
        return this.#memberValue(node, scope, most);
      case "CallExpression":
        return this.#callValue(node, scope, most);
      default:
        return undefined;
    }
  }

  /** The text of a constant. */
  #constant(node: AnyNode | undefined, most: number): KnownValue | undefined {
    return node && !isFunction(node) ? this.#valueOf(node, new Map(), most - 1) : undefined;
  }

  #memberValue(node: MemberExpression, scope: KnownVariables, most: number): KnownValue | undefined {
    const name = propertyName(node.property, node);
    if (name === undefined) return undefined;
    const object = this.#valueOf(node.object, scope, most - 1);
    if (object && "path" in object) return { path: [...object.path, name] };
    const { values, members } = this.#declarations;
    const known = followed(node.object, values);
    if (known.type === "ObjectExpression") {
      const property = known.properties.find(
        (it) => it.type === "Property" && propertyName(it.key, it) === name,
      );
      if (property?.type === "Property") return this.#constant(property.value, most);
    }
    const isOnZap = node.object.type === "ThisExpression" || lastName(node.object) === "Zap";
    return isOnZap ? this.#constant(members.get(name)?.value, most) : undefined;
  }

  /** The value that a helper returns, or a text that is encoded or trimmed. */
  #callValue(node: CallExpression, scope: KnownVariables, most: number): KnownValue | undefined {
    const values = node.arguments.map((argument) => this.#valueOf(argument, scope, most - 1));
    const callee = this.#functionOf(node.callee);
    if (callee) return this.#returnValue(callee, values, most);
    const name =
      node.callee.type === "MemberExpression"
        ? propertyName(node.callee.property, node.callee)
        : lastName(node.callee);
    if (name !== undefined && keepingFunctions.includes(name)) return values[0];
    const isOfText = node.callee.type === "MemberExpression" && textMethods.includes(name ?? "");
    return isOfText && node.callee.type === "MemberExpression"
      ? this.#valueOf(node.callee.object, scope, most - 1)
      : undefined;
  }

  #returnValue(
    node: FunctionNode,
    values: readonly (KnownValue | undefined)[],
    most: number,
  ): KnownValue | undefined {
    const scope: KnownVariables = new Map();
    node.params.forEach((parameter, index) => {
      if (parameter.type === "Identifier") scope.set(parameter.name, values[index]);
    });
    for (const returned of returnedBy(node)) {
      const value = this.#valueOf(returned, scope, Math.floor(most / 2));
      if (value) return value;
    }
    return undefined;
  }
}

/** Tells whether a member is set: it is not read. */
function isTarget(member: MemberExpression, parent: AnyNode | undefined): boolean {
  return parent?.type === "AssignmentExpression" && parent.left === member;
}

/** Functions and methods that give the text that they get, near enough. */
const keepingFunctions = ["encodeURIComponent", "encodeURI", "String"];
const textMethods = ["toString", "trim", "toLowerCase", "toUpperCase", "replace"];

const ofValues = new Set(
  [Object, String, Array, Number].flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype)),
);

/** Tells whether texts, lists, numbers or all objects have a property of this name. */
function isOfEveryValue(name: string): boolean {
  return ofValues.has(name);
}

/** `z.request(…)`, `$.ajax(…)` and the like. */
function isRequest({ callee }: CallExpression): boolean {
  if (callee.type !== "MemberExpression") return false;
  const name = propertyName(callee.property, callee) ?? "";
  return ["request", "ajax", "get", "post"].includes(name);
}

function lastName(node: AnyNode): string | undefined {
  if (node.type === "Identifier") return node.name;
  return node.type === "MemberExpression" ? propertyName(node.property, node) : undefined;
}
