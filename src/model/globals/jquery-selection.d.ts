declare namespace $ {
  /**
   * Elements that jQuery has found, in the order of the text. Methods give a new selection.
   *
   * Selectors are those of CSS, with `:first`, `:last`, `:eq(n)`, `:has(…)` and `:contains("…")`. A name with a prefix is written `m\\:thumb`.
   * On XML `[name]` finds every element, with the attribute or not: write `[name="value"]`, or use a function.
   */
  interface Selection {
    /** The number of elements. */
    readonly length: number;
    readonly [index: number]: DOMParser.Element;

    /** All text inside of all elements, together; an empty text when there is none. */
    text(): string;
    /** Replaces what is inside of each. */
    text(text: string): Selection;
    /** An attribute of the first element: an empty text in XML when it has none of the name, undefined when there is no element. */
    attr(name: string): string | undefined;
    /** Sets an attribute of each. */
    attr(name: string, value: string | number): Selection;

    /** Those inside that a selector finds. */
    find(selector: string): Selection;
    /** Those directly inside; of them, those that fit a selector. */
    children(selector?: string): Selection;
    /** The children, texts included. */
    contents(): Selection;
    /** The parent of each. */
    parent(selector?: string): Selection;
    /** The nearest one around each, or it itself, that fits a selector. */
    closest(selector: string): Selection;
    /** The one after each. */
    next(selector?: string): Selection;
    /** The one before each. */
    prev(selector?: string): Selection;
    /** Those after each. */
    nextAll(selector?: string): Selection;
    /** Those before each. */
    prevAll(selector?: string): Selection;
    /** Those beside each. */
    siblings(selector?: string): Selection;

    /** The first of them, alone. */
    first(): Selection;
    /** The last of them, alone. */
    last(): Selection;
    /** The one at a place, from 0; from the end, from -1. */
    eq(index: number): Selection;
    /** Those from a place until before another. */
    slice(start: number, end?: number): Selection;
    /** Those that fit a selector, or for which a function says yes. */
    filter(test: string | Callback<unknown>): Selection;
    /** Those that do not fit a selector, or for which a function says no. */
    not(test: string | Callback<unknown>): Selection;
    /** Those that have inside what a selector finds. */
    has(selector: string): Selection;
    /** These and others. */
    add(others: Root): Selection;
    /** The selection before this one. */
    end(): Selection;

    /** Tells whether one of them fits a selector, or a function says yes to one. */
    is(test: string | Callback<unknown>): boolean;
    /** The index of the first among its parent's elements, from 0. */
    index(): number;
    /** The index of an element among these, from 0; -1 when it is not there. */
    index(element: DOMParser.Element | Selection): number;

    /** Calls a function with each place and element; `false` from it ends that. */
    each(callback: Callback<unknown>): Selection;
    /** Calls a function for each: `get()` makes the results an array. Nothing for null or undefined, several for an array. */
    map<R>(callback: Callback<R | readonly R[] | null | undefined>): Mapped<R>;
    /** The elements as an array. */
    get(): DOMParser.Element[];
    /** The element at a place, from 0. */
    get(index: number): DOMParser.Element | undefined;
    /** The elements as an array. */
    toArray(): DOMParser.Element[];

    /** Takes the elements out of their document. */
    remove(): Selection;
    /** Takes out what is inside of each. */
    empty(): Selection;
  }

  /** The function that is called for each element, which is `this` too. */
  type Callback<Result> = (this: DOMParser.Element, index: number, element: DOMParser.Element) => Result;

  /** The result of `map`. */
  interface Mapped<T> {
    /** The number of results. */
    readonly length: number;
    readonly [index: number]: T;
    /** As an array. */
    get(): T[];
    /** The one at a place, from 0. */
    get(index: number): T | undefined;
    /** As an array. */
    toArray(): T[];
  }
}
