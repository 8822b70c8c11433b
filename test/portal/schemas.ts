import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";

export type SchemaName =
  | "dataset"
  | "datasets-answer"
  | "selected-dataset"
  | "selected-datasets-answer"
  | "record"
  | "records-answer"
  | "records-export"
  | "catalog-export"
  | "groups-answer"
  | "facets-answer"
  | "attachments-answer"
  | "managed-dataset"
  | "managed-datasets-answer"
  | "dataset-status"
  | "feedbacks-answer"
  | "templates-answer"
  | "metadata-value"
  | "harvesters-answer"
  | "harvester"
  | "user-groups-answer"
  | "user"
  | "extractors-answer"
  | "resource"
  | "dataset-file"
  | "push-answer"
  | "harvester-errors"
  | "invitations"
  | "detail"
  | "tokens"
  | "error"
  | "quota-error";

const FOLDER = new URL("./schema/", import.meta.url);

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
for (const file of readdirSync(FOLDER))
  ajv.addSchema(JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")), file);

/** The mismatches of a value with a schema; empty for a value that matches. */
export function findMismatches(name: SchemaName, value: unknown): ErrorObject[] {
  const validate = ajv.getSchema(`${name}.schema.json`);
  if (validate === undefined)
    throw new Error(`Failed to validate an answer: there is no schema ${name}.schema.json`);
  return validate(value) ? [] : (validate.errors ?? []);
}

/** Throws for an answer that the real API would not give. */
export function checkAnswer(name: SchemaName, body: unknown): void {
  const mismatches = findMismatches(name, body);
  if (mismatches.length === 0) return;
  const list = mismatches.map(({ instancePath, message = "" }) => `${instancePath || "/"} ${message}`);
  throw new Error(`Failed to answer in the shape of ${name}.schema.json: ${list.join("; ")}`);
}
