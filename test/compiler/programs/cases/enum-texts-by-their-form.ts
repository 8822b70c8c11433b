// @ts-nocheck
import { tracing } from "./tracing.ts";

const given = (value: any) => value;
const form = `${given("form")}`, sum = "sum" + given(1), again = (form), typed: string = `${given("typed")}`;
const typedText: string = "typed text", asserted = "asserted" as const, key = "Key";
let changing = `${given("changing")}`;
namespace Names { export const form = `${given("name")}`; export const typed: string = "typed name"; export enum Kind { A = `${given("kind")}` } }
enum Form {
  Template = `${given("a")}!`, Sum = "b" + given(1), Last = given("c") + "d", Brackets = (given("c") + "e"), Inner = given("c") + ("f" + given(1)), Longer = "g" + given(1) + 2,
  Of = `${tracing.name}?`, Asserted = `${given("h")}` as any, Missing = `${given("i")}`!, Minus = -`${given(2)}`, Less = "j" - given(1),
  Number = given(3) + 4, Call = given("k"), Either = given(0) || "l", Choice = given(1) ? "m" : "n", Tag = given`o`, Size = "p".length,
  Part = ("q" as any) + given(1), Known = ("r" as any) + ("s" as any), InText = `${"t" as any}`,
}
enum Constants {
  Form = form, Sum = sum, Again = again, Typed = typed, Text = typedText, Asserted = asserted, Changing = changing, More = form + 1, Plus = +form,
  Name = Names.form, TypedName = Names.typed, Kind = Names.Kind.A, InBrackets = Names["form"],
}
enum Members { Key = `${given("x")}`, Same = Key, Whole = Members.Key, Quoted = Members["Key"], Template = Members[`Key`], Computed = Members[key], Other = Form.Template, More = Key + 1, Text = "y", OfText = Text }
enum Members { Later = Key, Assertion = "z" as any, OfIt = Assertion, AfterIt = Assertion + "!" }
enum Numbers { A = 4 as number, B, C = 5, D }
export function feature() {
  return [Form, Constants, Members, Numbers, Names.Kind].map((it: any) => Object.keys(it).map((name) => [name, String(it[name])]));
}
