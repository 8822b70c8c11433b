import { Fragment } from "preact";

/** A help text: `[text](https://…)` becomes a link and `**text**` bold, as in the editor; all else is text. */
export function Prose({ text }: { readonly text: string }) {
  const parts = text.split(/(\[[^\]]+\]\(https?:\/\/[^\s)]+\)|\*\*[^*]+\*\*|`[^`]+`)/);
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>{shown(part)}</Fragment>
      ))}
    </>
  );
}

function shown(part: string) {
  const [, text, address] = /^\[(.+)\]\((.+)\)$/.exec(part) ?? [];
  if (address !== undefined) {
    return (
      <a href={address} target="_blank" rel="noopener noreferrer">
        {text}
      </a>
    );
  }
  if (part.startsWith("**") && part.length > 4) return <b>{part.slice(2, -2)}</b>;
  if (part.startsWith("`") && part.length > 2) return <code>{part.slice(1, -1)}</code>;
  return part;
}
