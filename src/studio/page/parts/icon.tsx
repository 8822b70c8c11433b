/** The paths of the icons, drawn in a box of 16 by 16. */
const paths = {
  check: "M3 8.5l3.2 3.2L13 4.8",
  cross: "M4 4l8 8M12 4l-8 8",
  stop: "M4.5 4.5h7v7h-7z",
  pause: "M5.5 4v8M10.5 4v8",
  power: "M8 2.5v5M4.6 4.6a4.8 4.8 0 1 0 6.8 0",
  refresh: "M12.8 8a4.8 4.8 0 1 1-1.4-3.4M12.8 2.5v2.6h-2.6",
  wait: "M8 2.8a5.2 5.2 0 1 0 5.2 5.2M8 5v3.2l2 1.4",
  dash: "M4 8h8",
  bolt: "M9 2L4 9h3.4L7 14l5-7H8.6L9 2z",
  pencil: "M3 13l.6-2.8L10.8 3l2.2 2.2-7.2 7.2L3 13z",
  search: "M7 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM10 10l3.2 3.2",
  key: "M5.5 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM7.3 8.2l5.2-5.2M10.5 5l2 2",
  drop: "M8 2.5v8M4.8 7.5L8 10.7l3.2-3.2M3.5 13.2h9",
  pin: "M6 2.5h4l-.6 4.2 2.1 2.3h-7l2.1-2.3L6 2.5zM8 9v4.5",
  warning: "M8 2.5l6 10.8H2L8 2.5zM8 6.5v3.2M8 11.6v.1",
  plus: "M8 3.5v9M3.5 8h9",
  minus: "M3.5 8h9",
  change: "M3 5.5h9M9.5 3l2.5 2.5L9.5 8M13 10.5H4M6.5 8L4 10.5 6.5 13",
  star: "M8 2.5l1.6 3.6 3.9.4-2.9 2.6.8 3.9L8 11l-3.4 2 .8-3.9-2.9-2.6 3.9-.4L8 2.5z",
  eye: "M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8zM8 6.3a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4z",
  repeat: "M3 6.5h8.5M9.2 4l2.5 2.5-2.5 2.5M3 11.5h6",
  back: "M9.8 3.5L5.2 8l4.6 4.5",
  send: "M2.5 8l11-5-4 10.5L7.3 9 2.5 8z",
  globe:
    "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM2.5 8h11M8 2.5c-3.4 3.4-3.4 7.6 0 11 3.4-3.4 3.4-7.6 0-11z",
  clock: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3l2.2 1.6",
  plug: "M6 2.5v3M10 2.5v3M4.5 5.5h7v2a3.5 3.5 0 0 1-7 0v-2zM8 11v3",
} as const;

export type IconName = keyof typeof paths;

/** An icon beside words: it is hidden from screen readers, which read the words. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
