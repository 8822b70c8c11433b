/** The meaning of an error of the operating system for whoever named the file, by its code. */
const reasons: { readonly [code: string]: string } = {
  EACCES: "permission is denied",
  EADDRINUSE: "another program uses it",
  EBUSY: "it is in use",
  EDQUOT: "the disk quota is used up",
  EEXIST: "a file is in the way",
  EFBIG: "the file would be too large",
  EIO: "the disk cannot be read or written",
  EISDIR: "it is a directory",
  ELOOP: "its symbolic links lead in a circle",
  EMFILE: "this process has too many files open",
  ENAMETOOLONG: "its name is too long",
  ENFILE: "the system has too many files open",
  ENOENT: "there is no such file or directory",
  ENOMEM: "there is not enough memory",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is a file, not a directory",
  ENOTEMPTY: "the directory is not empty",
  EPERM: "the operation is not permitted",
  EROFS: "the file system is read-only",
  ETXTBSY: "it is in use",
  EXDEV: "it is on another file system",
};

/** The advice for some of them. */
const remedies: { readonly [code: string]: string } = {
  EMFILE: "Raise the limit: `ulimit -n 1024`.",
  ENFILE: "End other programs.",
  ENOSPC: "Make room on the disk.",
  EDQUOT: "Make room on the disk.",
};

/** Tells whether an operation on a file, or on another thing of the operating system, has failed: no defect of zapc. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  const { code, syscall } = Object(error);
  return error instanceof Error && typeof code === "string" && typeof syscall === "string";
}

/** Why an operation on a file failed, as the end of a sentence: `permission is denied`. */
export function reasonOf(error: unknown): string {
  const { code = "", message } = Object(error);
  return Object.hasOwn(reasons, code) ? (reasons[code] as string) : String(message ?? error);
}

/** The advice for an error of the operating system; undefined where it depends on the task. */
export function remedyOf(error: unknown): string | undefined {
  const { code = "" } = Object(error);
  return Object.hasOwn(remedies, code) ? remedies[code] : undefined;
}
