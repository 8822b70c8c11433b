// Characters of UTF-8, each byte as one of Latin-1. A shorter run is no text: it is in all bytes, those of a picture say.
const runs =
  /(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf4][\x80-\xbf]{3}){6,}/g;

const run = new RegExp(runs.source);

/** Tells whether a text stands among bytes. */
export function hasText(bytes: Buffer): boolean {
  return run.test(bytes.toString("latin1"));
}

/** The texts that stand among bytes. */
export function textsIn(bytes: Buffer): string[] {
  return (bytes.toString("latin1").match(runs) ?? []).map((run) => Buffer.from(run, "latin1").toString());
}

/** Bytes with the texts among them changed. */
export function changedTexts(bytes: Buffer, change: (text: string) => string): Buffer {
  const changed = bytes
    .toString("latin1")
    .replace(runs, (run) => Buffer.from(change(Buffer.from(run, "latin1").toString())).toString("latin1"));
  return Buffer.from(changed, "latin1");
}

/** Tells whether all of it can be read: a text has no control characters. */
export function isPrintable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no text has them
  return text.length > 0 && !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text);
}
