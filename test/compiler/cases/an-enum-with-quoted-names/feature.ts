export function feature(): unknown {
  enum Header {
    "content-type" = "a",
    Accept = "b",
  }
  return [Header["content-type"], Header.Accept, Header["Accept"]];
}
