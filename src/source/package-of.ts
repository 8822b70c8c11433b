/** The package that a file belongs to: of `../node_modules/@a/b/c.js` it is `@a/b`. Nothing for a source. */
export function packageOf(file: string): string | undefined {
  return /.*(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
}

/** A file as authors know it: `a/index.js` for one of a package, and a source by its path. */
export function shownFile(file: string): string {
  return file.replace(/^.*(?:^|\/)node_modules\//, "");
}
