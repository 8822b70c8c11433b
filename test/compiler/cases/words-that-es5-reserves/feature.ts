export function feature(): unknown {
  const reserved = { class: 1, default: 2, new: 3, in: 4, delete: () => 5, enum: 6 };
  const { class: className, default: fallback, ...others } = reserved;
  return [className, fallback, Object.keys(others).sort(), reserved.delete(), reserved?.new, "in" in reserved];
}
