import { placedFields, placedSteps, type RuleFinding } from "../metadata/rules/rule.ts";
import type { Metadata } from "../model/definitions.ts";
import { methods, nameInZap } from "../model/methods.ts";
import { didYouMean } from "../model/nearest.ts";
import type { AuditFinding, AuditRule, AuditSubject } from "./rule.ts";
import { variablesIn } from "./url-rules.ts";

/** The script, and its metadata beside it. */
export const scriptRules: readonly AuditRule[] = [
  {
    id: "ZDW003",
    about: "The script calls `z.JSON.parse` instead of `JSON.parse`.",
    severity: "warning",
    needs: "script",
    check: withScript(({ script }) =>
      script.jsonParse.map((place) => ({
        place,
        message: "`JSON.parse` fails with an error that does not show what the API answered.",
        hint: "Use `z.JSON.parse`: its error quotes the first 100 characters.",
      })),
    ),
  },
  {
    id: "unknown-step-method",
    about: "Each method that begins with a key belongs to a trigger, an action or a search of the metadata.",
    severity: "error",
    needs: "script",
    check: withScript(unknownStepMethods),
  },
  {
    id: "missing-method",
    about: "The script has each method that the metadata names.",
    severity: "error",
    needs: "script",
    check: withScript(missingMethods),
  },
  {
    id: "no-session-method",
    about: "With the authentication type `session` the script has `get_session_info`.",
    severity: "error",
    needs: "script",
    check: withScript(noSessionMethod),
  },
  {
    id: "unread-field",
    about: "Each field is read: by the script, by a URL or a mapping, or because an action sends it.",
    severity: "warning",
    needs: "script",
    check: withScript(unreadFields),
  },
];

/** A subject whose sources can be built. */
type WithScript = AuditSubject & Required<Pick<AuditSubject, "script">>;

function withScript(check: (subject: WithScript) => AuditFinding[]): AuditRule["check"] {
  return ({ script, ...subject }) => (script ? check({ ...subject, script }) : []);
}

const kinds = { triggers: "trigger", actions: "action", searches: "search" } as const;
const ofSteps = methods.filter(({ kind }) => kind === "trigger" || kind === "action" || kind === "search");

function unknownStepMethods({ metadata, script }: WithScript): RuleFinding[] {
  const all = placedSteps(metadata);
  const known = new Set(
    all.flatMap(({ step, kind }) =>
      ofSteps.filter((it) => it.kind === kind).map((it) => nameInZap(it, step.key)),
    ),
  );
  const others = new Set([...metadata.hydrators, ...methods.map(({ name }) => name)]);
  return script.methods.flatMap((name) => {
    if (known.has(name) || others.has(name)) return [];
    const method = ofSteps
      .filter((it) => name.endsWith(`_${it.name}`))
      .sort((one, other) => other.name.length - one.name.length)[0];
    if (!method) return [];
    const key = name.slice(0, -method.name.length - 1);
    const keys = all.filter(({ kind }) => kind === method.kind).map(({ step }) => step.key);
    const message = `The platform never calls ${name}: there is no ${method.kind} "${key}".`;
    const meant = didYouMean(key, keys, (it) => `"${it}"`);
    return [
      { path: "/methods", message, hint: meant ?? `Remove the method, or declare the ${method.kind}.` },
    ];
  });
}

function missingMethods({ metadata, script }: WithScript): RuleFinding[] {
  const has = new Set(script.methods);
  const missing = (path: string, name: string) => ({
    path,
    message: `The metadata names the method ${name}, and the script has none of that name.`,
    hint: "Build both again: `zapc build`.",
  });
  return [
    ...[...metadata.methods, ...metadata.hydrators]
      .filter((name) => !has.has(name))
      .map((name) => missing("/methods", name)),
    ...placedSteps(metadata).flatMap(({ step, path }) =>
      step.methods
        .map((name) => `${step.key}_${name}`)
        .filter((name) => !has.has(name))
        .map((name) => missing(path, name)),
    ),
  ];
}

function noSessionMethod({ metadata, script }: WithScript): RuleFinding[] {
  if (metadata.app.auth.type !== "session" || script.methods.includes("get_session_info")) return [];
  const message =
    "The account's fields are exchanged for a session by get_session_info, which the script does not have.";
  return [
    { path: "/app/auth/type", message, hint: "Add get_session_info to auth.ts, or choose another type." },
  ];
}

function unreadFields(subject: WithScript): AuditFinding[] {
  const { metadata, script } = subject;
  const inApp = namesInTemplates(metadata.app);
  return placedFields(metadata).flatMap(({ field, path }) => {
    const [, list = "", index = ""] = path.split("/");
    const step = list === "app" ? undefined : metadata[list as keyof typeof kinds][Number(index)];
    const isRead =
      field.type === "copy" ||
      script.names.has(field.key) ||
      inApp.has(field.key) ||
      (step
        ? namesInTemplates(step).has(field.key) || isUsedBy(step, list, field, subject)
        : script.wholes.has("auth_fields"));
    if (isRead) return [];
    const message = `Nothing reads the field "${field.key}": no URL has it as a variable, and the script does not name it.`;
    return [{ path, message, hint: "Use its value, or remove the field." }];
  });
}

/** An action sends its fields; a dropdown's trigger gets those of the step that it is on; a script may take all of them. */
function isUsedBy(
  step: Metadata["actions"][number] | Metadata["triggers"][number],
  list: string,
  field: { readonly key: string; readonly send_in_json?: boolean; readonly prefill?: string },
  { metadata, script }: WithScript,
): boolean {
  if (list === "actions" && field.send_in_json !== false && !step.methods.includes("write")) return true;
  const wholes = [...script.wholes].some((name) => name.startsWith(`${list.replace(/(?:e?s)$/, "")}_fields`));
  return wholes || fillsDropdown(step.fields, field.key, metadata);
}

/** Tells whether a field gives the trigger of a dropdown beside it one of its fields. */
function fillsDropdown(
  fields: readonly { readonly prefill?: string }[],
  key: string,
  { triggers }: Metadata,
): boolean {
  return fields.some(({ prefill }) => {
    const trigger = triggers.find((it) => it.key === prefill?.split(".")[0]);
    return trigger?.fields.some((it) => it.key === key) ?? false;
  });
}

/** The names of the variables in all texts of a part of the metadata, but for its samples. */
function namesInTemplates(of: object): Set<string> {
  const texts = JSON.stringify(of, (name, value) => (name === "sample" ? undefined : value));
  return new Set(variablesIn(texts));
}
