/** What a method belongs to: the app's authentication, or one trigger whose key its name begins with. */
export type MethodKind = "auth" | "trigger";

/** Whether a method runs before the platform's request, after it, or in place of it. */
export type MethodPhase = "pre" | "post" | "full";

/** One method that the platform can call in `Zap`. */
export interface Method {
  /** The name it is exported by; in `Zap` a trigger's methods are `KEY_name`. */
  readonly name: string;
  readonly kind: MethodKind;
  readonly phase: MethodPhase;
  /** The type in `zapc` of the bundle it gets. */
  readonly bundle: string;
  /** The type in `zapc` of what it returns. */
  readonly result: string;
  /** What the platform does when the method is not there. */
  readonly without: string;
}

/** Every method that the platform can call, in the order of its documentation. */
export const methods = [
  {
    name: "pre_poll",
    kind: "trigger",
    phase: "pre",
    bundle: "PrePoll",
    result: "RequestResult",
    without: "The prepared request is sent as it is.",
  },
  {
    name: "post_poll",
    kind: "trigger",
    phase: "post",
    bundle: "PostPoll",
    result: "Results",
    without: "The answer is parsed as JSON; of an object, its first array is taken.",
  },
  {
    name: "poll",
    kind: "trigger",
    phase: "full",
    bundle: "Poll",
    result: "Results",
    without: "`pre_poll`, the platform's own request and `post_poll` run.",
  },
  {
    name: "get_session_info",
    kind: "auth",
    phase: "full",
    bundle: "GetSessionInfo",
    result: "SessionInfo",
    without: "The auth fields stay what the user typed.",
  },
  {
    name: "get_connection_label",
    kind: "auth",
    phase: "full",
    bundle: "GetConnectionLabel",
    result: "ConnectionLabel",
    without: "The account is named after the app only.",
  },
] as const satisfies readonly Method[];

/** The method's name in `Zap`: `new_dataset_pre_poll`, `get_session_info`. */
export function nameInZap(method: Method, key: string): string {
  return method.kind === "trigger" ? `${key}_${method.name}` : method.name;
}
