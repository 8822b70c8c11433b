import type { ComponentChildren, HTMLAttributes } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** Rows that are rendered beyond the visible ones, above and below. */
const margin = 10;

interface WindowedProps {
  readonly count: number;
  /** The height of each row, in pixels. */
  readonly height: number;
  readonly row: (index: number) => ComponentChildren;
  /** The row that is kept in view. */
  readonly kept?: number | undefined;
  /** The role, the name and the keys of the box that scrolls. */
  readonly box: HTMLAttributes<HTMLDivElement>;
}

/** A long list of which only the visible rows are rendered. It scrolls in its own box. */
export function Windowed({ count, height, row, kept, box: attributes }: WindowedProps) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [visible, setVisible] = useState(600);
  useLayoutEffect(() => {
    const measured = new ResizeObserver(([entry]) => setVisible(entry?.contentRect.height ?? 0));
    if (box.current) measured.observe(box.current);
    return () => measured.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (kept !== undefined && box.current) keepInView(box.current, kept * height, height);
  }, [kept, height]);
  const first = Math.max(0, Math.floor(top / height) - margin);
  const last = Math.min(count, Math.ceil((top + visible) / height) + margin);
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, index) => row(first + index));
  return (
    <div
      {...attributes}
      class="windowed"
      ref={box}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
    >
      <div role="presentation" style={{ height: `${count * height}px` }}>
        <div role="presentation" style={{ transform: `translateY(${first * height}px)` }}>
          {rows}
        </div>
      </div>
    </div>
  );
}

function keepInView(box: HTMLElement, top: number, height: number): void {
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + height > box.scrollTop + box.clientHeight) box.scrollTop = top + height - box.clientHeight;
}
