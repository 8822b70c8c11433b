import { useEffect, useRef, useState } from "preact/hooks";

interface EditorAreaProps {
  readonly name: string;
  readonly language: "json" | "javascript" | "text";
  readonly text: string;
  /** Absent where the text is only read. */
  readonly onChange?: (text: string) => void;
}

/** An editor of code. Its program is loaded when the first one is opened. */
export function EditorArea({ name, language, text, onChange }: EditorAreaProps) {
  const host = useRef<HTMLDivElement>(null);
  const [status, setStatus] = useState<"loading" | "ready" | "failed">("loading");
  const changed = useRef(onChange);
  changed.current = onChange;
  // The editor keeps its text; only another one begins anew.
  useEffect(() => {
    let close: (() => void) | undefined;
    let isOver = false;
    import("../editor/editor.ts").then(
      ({ openEditor }) => {
        if (isOver || !host.current) return;
        const onEdit = onChange && ((edited: string) => changed.current?.(edited));
        close = openEditor(host.current, { name, language, text, ...(onEdit && { onEdit }) });
        setStatus("ready");
      },
      () => setStatus("failed"),
    );
    return () => {
      isOver = true;
      close?.();
    };
  }, [name, language, onChange ? "" : text]);
  return (
    <div class="editor">
      {status === "loading" && <p class="quiet">Loading the editor…</p>}
      {status === "failed" && (
        <textarea
          aria-label={name}
          rows={12}
          value={text}
          readOnly={!onChange}
          onInput={({ currentTarget }) => onChange?.(currentTarget.value)}
        />
      )}
      <div class="editor-host" ref={host} />
    </div>
  );
}
