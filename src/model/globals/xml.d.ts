/*
 * Source: docs/platform.md, "Two runtimes"; observed of @xmldom/xmldom 0.8.13, which stands behind these on the newer runtime. It has
 * the DOM's core for XML: no querySelector, no innerHTML, no children. Assumed: the older runtime's has what is typed here.
 */

/**
 * Reads XML: `new DOMParser().parseFromString(text, "text/xml")`. `$.parseXML` gives the same, and `$(…)` finds things in it.
 */
declare class DOMParser {
  constructor(options?: {
    /** The functions that are told of a text that is not well-formed. Without them, all but the worst is a line in the log. */
    errorHandler?: {
      /** A small thing: an attribute without quotes. */
      warning?(message: string): void;
      /** Something that was repaired or left out. */
      error?(message: string): void;
      /** The text cannot be read. */
      fatalError?(message: string): void;
    };
  });
  /**
   * Reads a text. A text that is not well-formed is repaired as well as it goes, with a line in the log; see `errorHandler`.
   *
   * @returns Undefined for an empty text.
   */
  parseFromString(
    text: string,
    type: "text/xml" | "application/xml" | "text/html" | "application/xhtml+xml",
  ): DOMParser.Document | undefined;
}

/** Writes XML: `new XMLSerializer().serializeToString(element)`. */
declare class XMLSerializer {
  /** A document or a part of it, as text. */
  serializeToString(node: DOMParser.Node): string;
}

declare namespace DOMParser {
  /** Anything in a document. */
  interface Node {
    /** 1 an element, 2 an attribute, 3 text, 4 CDATA, 8 a comment, 9 a document. */
    readonly nodeType: number;
    /** An element's or attribute's name with its prefix; `#text`, `#document`, … */
    readonly nodeName: string;
    /** The text of a text, an attribute or a comment; null or undefined of anything else. */
    nodeValue: string | null | undefined;
    /** All text inside. */
    textContent: string | null;
    /** The parent. */
    readonly parentNode: Node | null;
    /** The children, texts included. */
    readonly childNodes: NodeList<Node>;
    /** The first of them. */
    readonly firstChild: Node | null;
    /** The last of them. */
    readonly lastChild: Node | null;
    /** The node before it, in the same parent. */
    readonly previousSibling: Node | null;
    /** The node after it, in the same parent. */
    readonly nextSibling: Node | null;
    /** The document it belongs to. */
    readonly ownerDocument: Document | null;
    /** The address behind the prefix. */
    readonly namespaceURI?: string | null;
    /** `m` of `m:thumb`. */
    readonly prefix?: string | null;
    /** The name without the prefix. */
    readonly localName?: string | null;
    /** Tells whether anything is inside. */
    hasChildNodes(): boolean;
    /** Adds a node at the end, taking it away from where it was. */
    appendChild<T extends Node>(node: T): T;
    /** Adds a node before another; at the end when that is null. */
    insertBefore<T extends Node>(node: T, before: Node | null): T;
    /** Puts a node in the place of another, and returns the other. */
    replaceChild<T extends Node>(node: Node, old: T): T;
    /** Takes a node out, and returns it. */
    removeChild<T extends Node>(node: T): T;
    /** A copy; with all that is inside when `deep`. */
    cloneNode(deep: boolean): this;
  }

  /** A whole document. */
  interface Document extends Node {
    /** The outermost element; null in a document without any. */
    readonly documentElement: Element | null;
    /** All elements of a name, prefix included, in the order of the text; `*` for all. */
    getElementsByTagName(name: string): NodeList<Element>;
    /** All elements of a name in a namespace; `*` for any. */
    getElementsByTagNameNS(namespace: string, local_name: string): NodeList<Element>;
    /** The element whose attribute `id` is this. */
    getElementById(id: string): Element | null;
    /** A new element, not in the document yet. */
    createElement(name: string): Element;
    /** A new element of a namespace; the name has the prefix. */
    createElementNS(namespace: string | null, name: string): Element;
    /** A new text. */
    createTextNode(text: string): Node;
    /** A new text that is written as CDATA. */
    createCDATASection(text: string): Node;
    /** A new comment. */
    createComment(text: string): Node;
  }

  /** An element: `<a>`, `</a>` and everything between them. */
  interface Element extends Node {
    /** With its prefix. */
    readonly tagName: string;
    /** Its attributes, in the order of the text. */
    readonly attributes: NodeList<Attribute>;
    /** An attribute's value; an empty text when there is none of the name. */
    getAttribute(name: string): string;
    /** An attribute's value, by namespace; an empty text when there is none. */
    getAttributeNS(namespace: string, local_name: string): string;
    /** Tells whether it has an attribute of the name. */
    hasAttribute(name: string): boolean;
    /** Tells whether it has an attribute of the name in a namespace. */
    hasAttributeNS(namespace: string, local_name: string): boolean;
    /** Sets or adds an attribute. */
    setAttribute(name: string, value: string): void;
    /** Sets or adds an attribute of a namespace; the name has the prefix. */
    setAttributeNS(namespace: string | null, name: string, value: string): void;
    /** Takes an attribute away. */
    removeAttribute(name: string): void;
    /** All elements of a name inside, prefix included, in the order of the text; `*` for all. */
    getElementsByTagName(name: string): NodeList<Element>;
    /** All elements of a name in a namespace; `*` for any. */
    getElementsByTagNameNS(namespace: string, local_name: string): NodeList<Element>;
  }

  /** One attribute of an element. */
  interface Attribute extends Node {
    /** With its prefix. */
    readonly name: string;
    /** Its text. */
    value: string;
  }

  /** Nodes by their place, from 0. It is no array: `_.toArray(list)` makes one. */
  interface NodeList<T extends Node> {
    /** The number of nodes. */
    readonly length: number;
    readonly [index: number]: T;
    /** Null when there is none. */
    item(index: number): T | null;
  }
}

// Source: runner, atob.js and btoa.js.
/** Decodes Base64 into a binary text, one character a byte. Other characters are left out. */
declare function atob(text: string): string;
/**
 * Encodes a binary text, one character a byte, as Base64. Only the lower byte of any other character is kept: for UTF-8 write
 * `btoa(unescape(encodeURIComponent(text)))`.
 */
declare function btoa(text: string): string;
