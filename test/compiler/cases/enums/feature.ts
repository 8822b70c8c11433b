export function feature(): unknown {
  enum Colour {
    Red,
    Green = "g",
    Blue = 3,
    Deep = Blue << 1,
  }
  const enum Flag {
    A = 1,
    B = A | 4,
  }
  return [Colour.Deep, Colour[0], Colour.Green, Flag.B, Object.keys(Colour).sort()];
}
