import { describe, expect, test } from "vitest";
import { withPortal } from "./with-portal.ts";

const held = withPortal();
const AIR = "da_a1rq7x";

describe("dataset_status", () => {
  test("asks for fewer datasets than a poll has time for", async () => {
    const simulator = await held.platform();
    const datasets = Array.from({ length: 21 }, () => AIR);
    const { error } = await simulator.poll("dataset_status", { trigger_fields: { datasets } });
    expect(error).toMatchObject({
      name: "ErrorException",
      message: "Choose at most 20 datasets: there are 21.",
    });
  });

  test("says that none of the chosen datasets is there any more", async () => {
    const simulator = await held.platform();
    const zap = await simulator.turnOn("dataset_status", { trigger_fields: { datasets: ["city-budget"] } });
    held.portal.datasets.splice(held.portal.datasets.indexOf(held.dataset("city-budget")), 1);
    expect((await zap.poll()).error).toMatchObject({
      name: "ErrorException",
      message: "data.example.com does not have any of the chosen datasets any more.",
    });
  });

  test("names the permission that the key's owner lacks", async () => {
    held.portal.management.permissions = [];
    const simulator = await held.platform();
    const { error } = await simulator.poll("dataset_status", { trigger_fields: { datasets: [AIR] } });
    expect(error).toMatchObject({
      name: "ErrorException",
      message:
        `The API key has no permission for the dataset ${AIR} on data.example.com: it needs "Edit all datasets" ` +
        "(edit_dataset): You do not have the permission edit_dataset (PermissionDenied).",
    });
  });
});

describe("harvester_error", () => {
  const harvester = () => {
    const [first] = held.portal.management.harvesters;
    if (!first) throw new Error("The portal has no harvester.");
    return first;
  };

  test("looks at one harvester only when it is named", async () => {
    harvester().errors = { harvester: "No answer.", resources: {} };
    const simulator = await held.platform();
    const named = (name: string) => simulator.poll("harvester_error", { trigger_fields: { name } });
    expect((await named("Portail régional")).items).toHaveLength(1);
    expect((await named("Another")).items).toEqual([]);
  });
});
