import { expect, test } from "vitest";
import { withPortal } from "./with-portal.ts";

const held = withPortal();

test("minutes must be some", async () => {
  const simulator = await held.platform();
  const zap = await simulator.turnOn("dataset_not_updated", { trigger_fields: { minutes: 0 } });
  expect(zap.turnedOn.error).toMatchObject({
    name: "ErrorException",
    message: "Minutes must be more than 0.",
  });
});
