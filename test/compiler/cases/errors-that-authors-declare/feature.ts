class Missing {
  readonly name = "Missing";
  constructor(readonly what: string) {}
  get message() {
    return `There is no ${this.what}.`;
  }
}

function find(what: string): string {
  if (what !== "key") throw new Missing(what);
  return what;
}

export function feature(): unknown {
  try {
    return [find("key"), find("door")];
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    const { what, message } = error;
    return { what, message };
  }
}
