import type { Json } from "../../model/bundles/shared.ts";
import type { Field, Metadata, Step } from "../../model/definitions.ts";
import { type Method, methods, nameInZap, type StepKind } from "../../model/methods.ts";
import type { Operation } from "../api.ts";

const folders = { trigger: "triggers", action: "actions", search: "searches" } as const;

/** The operations of an integration, in the order of the list: the account, triggers, actions, searches, hydrators. */
export function operationsOf(metadata: Metadata): Operation[] {
  const { app, methods: ofApp, hydrators } = metadata;
  const steps = (["trigger", "action", "search"] as const).flatMap((kind) =>
    metadata[folders[kind]].map((step) => stepOperation(kind, step)),
  );
  return [
    {
      ...{ id: "auth", kind: "auth", key: "auth", label: app.title, hidden: false, methods: ofApp },
      ...{ fields: "fields" in app.auth ? app.auth.fields : [], has_custom_fields: false },
    },
    ...steps,
    ...hydrators.map((key) => ({
      ...{ id: `hydrators/${key}`, kind: "hydrator" as const, key, label: key, hidden: false },
      ...{ fields: [], has_custom_fields: false, methods: [key] },
    })),
  ];
}

function stepOperation(kind: StepKind, step: Step): Operation {
  const { key, label, help_text, hidden = false, fields, sample, custom_fields_url } = step;
  const own = methods.filter((method) => method.kind === kind && step.methods.includes(method.name));
  return {
    ...{ id: `${folders[kind]}/${key}`, kind, key, label, hidden, fields: fields as Field[] },
    ...(help_text !== undefined && { help: help_text }),
    ...("type" in step && { type: step.type }),
    // Those of a trigger are the labels of its items.
    has_custom_fields: kind !== "trigger" && (custom_fields_url !== undefined || own.some(isForCustomFields)),
    ...(sample && { sample: sample as Json }),
    methods: own.map((method) => nameInZap(method, key)),
  };
}

/** A method for the fields that a user fills in, not for those of the result. */
function isForCustomFields({ name }: Method): boolean {
  return name === "custom_action_fields" || name === "custom_search_fields";
}
