// The licence of this file.
import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger; // gone with the metadata

//~~~~ What there is ~~~~

/** Goes with the interface. */
interface Size {
  width: number;
}

/** Of one word. */
function join(a: string): string;
/** Of two. */
function join(a: string, b: string): string;
function join(a: string, b?: string): string {
  return a + (b ?? "");
}

const unused = 1; // goes with it

/** A thing. */
class Thing {
  /** Its size. */
  size: Size = { width: 1 };

  /** Doubles it. */
  twice(): number {
    // Twice.
    return this.size.width * 2;
  }
}

class BigThing extends Thing {
  constructor() {
    // As large as they get.
    super();
  }
}

export function poll(_: Poll<typeof trigger>): Results {
  let sum = 0;
  empty();
  //<-- a comment that looks like a mark
  //@1@ another
  //!7 and another
  /// Three strokes.
  //// Section ////
  join("a"); /* inline */ join("a", "b");
  /*
   * Indented, with

   * a blank line.
   */
  if (sum) {
    // After the brace.
    sum++;
  } else {
    // Only a comment.
  }
  const limits = {
    // Before a property.
    low: 1, // after a property
    /* inline */ high: 2,
  };
  const list = [
    1, // one
    // before two
    2,
  ];
  switch (sum) {
    // before the case
    case 1: // on the case
      break; // after the break
    default:
    // in the default
  }
  for (const n of list) {
    if (n > limits.low) continue; // large enough

    sum += n; // ZAPC_COMMENT(1);
  }
  return [{ id: join("a", String(sum)), big: new BigThing().twice() }]; // the end
  // After the end.
}

function empty() {
  /* nothing */
}


