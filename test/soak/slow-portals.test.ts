import { describe, expect, test } from "vitest";
import { cityManagement, DATA_TIME } from "../portal/index.ts";
import { MOST_SECONDS, slowPortal, withDatasets } from "../scripting/slow-portal.ts";

describe("a portal with 4,000 datasets, which takes a second for each answer", () => {
  const slow = slowPortal(() => 1);
  withDatasets(slow, 4000);
  for (const { metas } of slow.portal.datasets) metas.default.data_processed = "2024-03-01T06:00:00+00:00";

  test.each([
    ["new_dataset", {}],
    ["new_dataset", { event: "changed" }],
    ["updated_dataset", {}],
    ["dataset_not_updated", { minutes: 15 }],
  ])("is in time for turning on %s with %j: all datasets are remembered", (trigger, trigger_fields) => {
    const bundle = { trigger_fields, meta: { first_poll: true } };
    const { returned, error, seconds, requests } = slow.call(`${trigger}_poll`, bundle);
    expect(error).toBeUndefined();
    expect(returned).toHaveLength(4000);
    expect(requests).toBeLessThanOrEqual(3);
    expect(seconds).toBeLessThanOrEqual(MOST_SECONDS);
  });

  test.each(["new_dataset", "updated_dataset", "new_attachment"])(
    "is in time for %s when all were just published anew",
    (trigger) => {
      for (const { metas } of slow.portal.datasets) metas.default.metadata_processed = DATA_TIME;
      const { returned, error, seconds } = slow.call(`${trigger}_poll`, { trigger_fields: {} });
      expect(error).toBeUndefined();
      expect(returned).toHaveLength(trigger === "new_attachment" ? 0 : 1000);
      expect(seconds).toBeLessThanOrEqual(MOST_SECONDS);
    },
  );

  test("is in time for New Harvester Error of 20 harvesters that failed", () => {
    const [harvester] = cityManagement().harvesters;
    if (!harvester) throw new Error("The portal has no harvester.");
    slow.portal.management.harvesters = Array.from({ length: 200 }, (_, index) => ({
      ...harvester,
      uid: `ha_${index}`,
      errors: { harvester: "No answer.", resources: {} },
    }));
    const { returned, error, seconds } = slow.call("harvester_error_poll", { trigger_fields: {} });
    expect(error).toBeUndefined();
    expect(returned).toHaveLength(20);
    expect(seconds).toBeLessThanOrEqual(MOST_SECONDS);
  });

  test("is in time for Find Dataset, whose title is one of the last", () => {
    slow.portal.management.drafts.push(...slow.portal.datasets.splice(0));
    const search_fields = { name: "Dataset 3999" };
    const { returned, error, seconds } = slow.call("find_dataset_search", { search_fields });
    expect(error).toBeUndefined();
    expect(returned).toMatchObject([{ id: "da_many3999" }]);
    expect(seconds).toBeLessThanOrEqual(MOST_SECONDS);
  });
});
