export function feature(): unknown {
  const values = [0, "", false, null, undefined, "x"];
  return values.map((value) => [value ?? "d", value || "d"]);
}
