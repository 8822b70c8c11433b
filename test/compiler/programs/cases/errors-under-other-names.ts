// @ts-nocheck
const Base = Error;
class Aliased extends Base { x = 1; }
class BelowAliased extends Aliased { get y() { return 2; } }
const { Error: Own } = { Error };
class Destructured extends Own {}
const kinds: any = { Error: TypeError };
class Member extends kinds.Error { constructor(...given: string[]) { super(...given); this.z = 3; } }
class Sequence extends (0 as any, Error) { v = 1; }
class Conditional extends (1 > 0 ? RangeError : Error) {}
const mixed = (Above: any) => class Mixed extends Above { made = true; hello() { return "h" + this.message; } };
class Plain { message = "p"; }
class Direct extends Error { own = 1; }
class Other { constructor() { return { message: "other" }; } }
class Text extends (String as any) { t = 1; }
export function feature(): unknown {
  const known = [Aliased, BelowAliased, Destructured, Member, Sequence, Conditional].map((Kind: any) => { const it = new Kind("m"); return [it instanceof Kind, it instanceof Error, it.message, it.x, it.y, it.z, it.v, it.name, typeof it.stack]; });
  const unknown = [Error, Plain, Direct, TypeError, Aliased].map((Kind) => { const Mixed: any = mixed(mixed(Kind)); const it = new Mixed("q"); return [it instanceof Mixed, it instanceof Kind, it.message, it.made, it.hello(), it.own]; });
  const other = new (mixed(Other) as any)();
  return [known, unknown, other.message, other.made, new (Text as any)("a").t];
}
