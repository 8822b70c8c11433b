import { createRequire } from "node:module";
import { DataFailure } from "../model/failure.ts";
import type { ExportedDefinition } from "./definition.ts";

interface SchemaFinding {
  /** `instance.creates.make.display.label` */
  readonly property: string;
  /** `does not meet maximum length of 64` */
  readonly message: string;
}

interface PlatformSchema {
  validateAppDefinition(definition: unknown): { readonly errors: readonly SchemaFinding[] };
}

/**
 * Checks that today's platform takes a definition, by its own schema.
 *
 * @param file - the file of the metadata, for messages
 * @throws {DataFailure} when it does not: with the place of each mistake in the metadata.
 */
export function checkDefinition(definition: ExportedDefinition, file: string): void {
  const { validateAppDefinition }: PlatformSchema = createRequire(import.meta.url)("zapier-platform-schema");
  const { errors } = validateAppDefinition(definition);
  if (errors.length === 0) return;
  const findings = errors.map(({ property, message }) => `\n  ${placeOf(property)}: ${textOf(message)}`);
  throw new DataFailure(
    `Failed to export ${file}: today's platform does not accept it.${[...new Set(findings)].join("")}`,
    { hint: "Change the sources, and build again. `zapc audit` finds more." },
  );
}

/** The names of the metadata for those of a definition. Empty where the metadata has no such level. */
const names: { readonly [name: string]: string } = {
  authentication: "/app/auth",
  creates: "/actions",
  searchOrCreates: "/searches",
  display: "",
  operation: "",
  description: "/help_text",
  inputFields: "/fields",
};

/** `instance.creates.make.display.label` -> `/actions/make/label` */
function placeOf(property: string): string {
  const steps = property.split(/[.[\]]+/).filter((step) => step !== "" && step !== "instance");
  return steps.map((step) => names[step] ?? `/${step}`).join("") || "/";
}

/** Messages of the schema that its own names make hard to read. */
const texts: { readonly [message: string]: string } = {
  'requires property "test"': "a test trigger is missing: name it in app.ts as `test_trigger`",
  "visible actions must have a label and description":
    "a help_text is missing: users read it, unless the step is hidden",
};

function textOf(message: string): string {
  return texts[message] ?? message;
}
