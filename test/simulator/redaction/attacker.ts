/** Reads a text in every way that anybody would try, and tells whether it holds a secret. It shares no code with what it tests. */
export function reveals(text: string, secret: string): boolean {
  const wanted = folded(secret);
  const seen = new Set<string>();
  let texts = [text];
  for (let depth = 0; depth < 5 && texts.length > 0; depth++) {
    if (texts.some((it) => folded(it).includes(wanted))) return true;
    texts = texts.flatMap((it) => readings(it)).filter((it) => !seen.has(it));
    for (const it of texts) seen.add(it);
  }
  return false;
}

function folded(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

function readings(text: string): string[] {
  const unescaped = text
    .replace(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(["\\/])/g, "$1");
  const percent = Buffer.from(bytesOf(text), "latin1").toString();
  const form = Buffer.from(bytesOf(text.replaceAll("+", " ")), "latin1").toString();
  const entities = text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
  const whole = [unescaped, percent, form, entities];
  return [...whole, ...blocks(text)].filter((it) => it !== text);
}

function bytesOf(text: string): string {
  return text.replace(/%[\da-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

function blocks(text: string): string[] {
  const base64 = (text.match(/[A-Za-z0-9+/_-]{8,}/g) ?? []).flatMap((run) => [
    ...[0, 1, 2, 3].map((skipped) => Buffer.from(run.slice(skipped), "base64").toString("utf8")),
    ...run.split("/").map((segment) => Buffer.from(segment, "base64").toString("utf8")),
  ]);
  const hexadecimal = (text.match(/(?:[\da-f]{2}[: -]?){4,}/gi) ?? []).map((run) =>
    Buffer.from(run.replace(/[^\da-f]/gi, ""), "hex").toString("utf8"),
  );
  const numbers = (text.match(/(?:\d{1,3}, ?){3,}\d{1,3}/g) ?? []).map((run) =>
    Buffer.from(run.split(",").map(Number)).toString("utf8"),
  );
  return [...base64, ...hexadecimal, ...numbers];
}
