import { expect, test } from "vitest";
import { withPortal } from "./with-portal.ts";

const held = withPortal();
const permits = "permis-de-construire";
const air = "qualite-de-lair-temps-reel";

test.each([
  [
    { dataset: air, watched: ["alert"] },
    `The dataset "${air}" has no unique fields: choose the identifying fields.`,
  ],
  [
    { dataset: permits, watched: ["status"], keeps: "history" },
    "With a new record for each reading, choose the timestamp field: it says which reading came first.",
  ],
  [
    { dataset: permits, watched: ["state"] },
    'This dataset has no watched field "state". Choose one of: permit_number, status, applicant, address, surface, filed_on, decided_on.',
  ],
])("says what is wrong with %j", async (trigger_fields, message) => {
  const simulator = await held.platform();
  const { error } = await simulator.poll("field_value_changed", { trigger_fields: { ...trigger_fields } });
  expect(error).toMatchObject({ name: "ErrorException", message });
});

test("shows three samples in the editor", async () => {
  const simulator = await held.platform();
  const { items } = await simulator.poll("field_value_changed", {
    trigger_fields: { dataset: permits, watched: ["status"] },
    meta: { frontend: true },
  });
  expect(items).toHaveLength(3);
});
