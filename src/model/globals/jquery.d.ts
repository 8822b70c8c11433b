/*
 * jQuery, as far as 1.8.3 and 3.5.0 agree, and as far as it makes sense without a page: finding things in XML, and helpers. No
 * events, styles, animations, and no $.ajax: see `z.request`. Left out because the versions differ: parents, html and $.contains.
 *
 * Source: docs/platform.md, "Two runtimes"; runner, $.js; both versions on @xmldom's documents, as test/model/globals observes them.
 */

/**
 * Selects elements of a document: `$($.parseXML(text)).find("item")`.
 *
 * @param root - A document, an element, several elements, or what jQuery found before.
 */
declare function $(root: $.Root): $.Selection;
/**
 * Selects the elements of a document that match: `$("item", xml)` is `$(xml).find("item")`. There is no page to search in without one.
 *
 * @param selector - As for `find`.
 * @param root - Where to search.
 */
declare function $(selector: string, root: $.Root): $.Selection;

declare namespace $ {
  /** A document, or a part of one, to search in. */
  type Root = DOMParser.Node | readonly DOMParser.Node[] | Selection | null | undefined;

  // Source: runner, $.js: its own, through @xmldom.
  /**
   * A document of XML. Null for an empty text.
   *
   * @throws Error `Invalid XML: …` when there is no element in it; less than that is repaired.
   */
  function parseXML(text: string): DOMParser.Document | null;
  /** The elements of HTML: `$($.parseHTML(text)).text()`. */
  function parseHTML(text: string): DOMParser.Node[];
  /** As `JSON.parse`: see `z.JSON.parse`, which has a better error. */
  function parseJSON<T = unknown>(text: string): NoInfer<T>;

  /**
   * A query string or form: `{ a: 1, b: [1, 2] }` -> `a=1&b%5B%5D=1&b%5B%5D=2`, which is `b[]=1&b[]=2`. A space becomes `+` on the older
   * runtime and `%20` on the newer one; null and undefined become an empty text.
   *
   * @param values - By name, or `[{ name, value }]`.
   * @param traditional - `b=1&b=2` for arrays.
   */
  function param(
    values: { readonly [name: string]: unknown } | readonly { name: string; value: unknown }[],
    traditional?: boolean,
  ): string;

  /** Copies all properties into the first object, the later ones winning, and returns it. Undefined ones are left out. */
  function extend<T extends object, A extends object>(target: T, source: A): T & A;
  function extend<T extends object, A extends object, B extends object>(target: T, a: A, b: B): T & A & B;
  /** The same, all the way down. */
  function extend<T extends object, A extends object>(deep: true, target: T, source: A): T & A;
  function extend<T extends object, A extends object, B extends object>(
    deep: true,
    target: T,
    a: A,
    b: B,
  ): T & A & B;

  /** Calls a function with each place and item; `false` from it ends that. The order is not that of `_.each`. */
  function each<T>(list: _.List<T>, callback: (index: number, item: T) => unknown): unknown;
  /** Calls a function with each key and value; `false` from it ends that. */
  function each<T extends object>(
    object: T,
    callback: (key: Extract<keyof T, string>, value: T[keyof T]) => unknown,
  ): unknown;
  /** Calls a function for each item: nothing for null or undefined, several for an array. */
  function map<T, R>(
    list: _.List<T>,
    callback: (item: T, index: number) => R | readonly R[] | null | undefined,
  ): R[];
  /** Calls a function for each value. */
  function map<T extends object, R>(
    object: T,
    callback: (value: T[keyof T], key: Extract<keyof T, string>) => R | readonly R[] | null | undefined,
  ): R[];
  /** The items for which a function says yes; with `invert`, those for which it says no. */
  function grep<T>(list: _.List<T>, callback: (item: T, index: number) => unknown, invert?: boolean): T[];
  /** The index of a value in a list, by `===`; -1 when it is not there. */
  function inArray<T>(value: T, list: readonly T[], from?: number): number;
  /** Adds the items of a list to an array, and returns that. */
  function merge<T>(target: T[], list: _.List<T>): T[];
  /** An array of a list; of anything else, an array with it. */
  function makeArray<T>(list: _.List<T>): T[];

  /** The text without the spaces around it; an empty text for null and undefined. */
  function trim(text: string | null | undefined): string;
  /** `string`, `number`, `boolean`, `null`, `undefined`, `array`, `date`, `regexp`, `error`, `function` or `object`. */
  function type(value: unknown): string;
  /** Tells whether a value is an array. */
  function isArray(value: unknown): value is unknown[];
  /** Tells whether a value is a function. */
  function isFunction(value: unknown): value is (...values: never[]) => unknown;
  /** Tells whether a value is a finite number, or a text that is one. */
  function isNumeric(value: unknown): boolean;
  /** Tells whether a value is an object of `{}` or `new Object`. */
  function isPlainObject(value: unknown): boolean;
  /** Tells whether an object has no properties. */
  function isEmptyObject(value: object): boolean;
}
