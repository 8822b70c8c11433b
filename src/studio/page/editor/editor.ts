import { history, historyKeymap, standardKeymap } from "@codemirror/commands";
import { typescriptLanguage } from "@codemirror/lang-javascript";
import { jsonLanguage } from "@codemirror/lang-json";
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  syntaxHighlighting,
} from "@codemirror/language";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

interface EditorOptions {
  /** The name for screen readers. */
  readonly name: string;
  readonly language: "json" | "javascript" | "text";
  readonly text: string;
  /** Absent where the text is only read. */
  readonly onEdit?: (text: string) => void;
}

/** Opens an editor in an element. Gives the function that closes it. */
export function openEditor(host: HTMLElement, { name, language, text, onEdit }: EditorOptions): () => void {
  // In a shadow root, CodeMirror adopts its styles: the page's policy allows no inline style.
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const state = EditorState.create({
    doc: text,
    extensions: [
      ...common,
      ...languages[language],
      EditorView.contentAttributes.of({ "aria-label": name }),
      EditorState.readOnly.of(!onEdit),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onEdit?.(update.state.doc.toString());
      }),
    ],
  });
  const view = new EditorView({ state, root, parent: root });
  return () => view.destroy();
}

const languages: { readonly [language in EditorOptions["language"]]: readonly Extension[] } = {
  json: [jsonLanguage],
  javascript: [typescriptLanguage],
  text: [],
};

/** Tab leaves the editor, so that the keyboard is not caught in it. */
const common: readonly Extension[] = [
  lineNumbers(),
  foldGutter(),
  history(),
  bracketMatching(),
  EditorView.lineWrapping,
  keymap.of([...standardKeymap, ...historyKeymap, ...foldKeymap]),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.comment, color: "var(--comment)" },
      { tag: [tags.string, tags.special(tags.string)], color: "var(--string)" },
      { tag: [tags.keyword, tags.bool, tags.null], color: "var(--keyword)" },
      { tag: [tags.number, tags.propertyName], color: "var(--accent)" },
    ]),
  ),
  EditorView.theme({
    "&": { color: "var(--ink)", backgroundColor: "var(--code)", fontSize: "12.5px", maxHeight: "50vh" },
    "&.cm-focused": { outline: "2px solid var(--accent)" },
    ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "20px" },
    ".cm-content": { caretColor: "var(--ink)" },
    ".cm-cursor": { borderLeftColor: "var(--ink)" },
    ".cm-gutters": {
      color: "var(--soft)",
      backgroundColor: "var(--code)",
      borderRight: "1px solid var(--line)",
    },
    "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
      background: "var(--scripted)",
    },
  }),
];
