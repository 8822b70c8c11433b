// Source: the PNG specification, "PNG signature" and "IHDR Image header".
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const header = { length: 33, type: 12, width: 16, height: 20 };

/** Tells whether bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** The size of a PNG in pixels; undefined where its header is not whole. */
export function sizeOfPng(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (!isPng(bytes) || bytes.length < header.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const type = String.fromCharCode(...bytes.subarray(header.type, header.type + 4));
  if (type !== "IHDR") return undefined;
  return { width: view.getUint32(header.width), height: view.getUint32(header.height) };
}
