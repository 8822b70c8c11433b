/** The line in the header of a zap.js that uses the built-ins of today's Node.js. */
export const nodeEngineLine = '// Runs on the converted runtime alone: app.ts says engine: "node".';

/** Tells whether a zap.js says that it needs the built-ins of today's Node.js. It may be indented: people wrap what they paste. */
export function needsNode(text: string): boolean {
  return text.split("\n", HEADER_LINES).some((line) => line.trim() === nodeEngineLine);
}

// People put lines of their own above.
const HEADER_LINES = 50;
