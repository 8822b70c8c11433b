import { describe, expect, test } from "vitest";
import { DATA_TIME, partOf, statusSince } from "../portal/index.ts";
import { manyDatasets } from "../portal/large-data.ts";
import { MOST_SECONDS, type SlowPortal, slowPortal, withDatasets } from "./slow-portal.ts";

// More of it, on a portal with 4,000 datasets, is in test/soak/slow-portals.test.ts.

function withErrors({ portal }: SlowPortal, count: number): string[] {
  const datasets = portal.datasets.slice(0, count);
  for (const dataset of datasets) {
    partOf(portal.management, dataset).status = statusSince("error", "2024-03-15T11:00:00+00:00");
  }
  return datasets.map(({ dataset_id }) => dataset_id);
}

describe("a portal that takes a second for each answer", () => {
  test("is in time for turning on New Dataset with 500 datasets", () => {
    const slow = slowPortal(() => 1);
    withDatasets(slow, 500);
    const bundle = { trigger_fields: {}, meta: { first_poll: true } };
    const { returned, error, seconds, requests } = slow.call("new_dataset_poll", bundle);
    expect(error).toBeUndefined();
    expect(returned).toHaveLength(500);
    expect(requests).toBe(2);
    expect(seconds).toBeLessThanOrEqual(MOST_SECONDS);
  });

  test("is in time for New Dataset Status of 20 datasets in error", () => {
    const slow = slowPortal(() => 1);
    withDatasets(slow, 20);
    const datasets = withErrors(slow, 20);
    const trigger_fields = { datasets, statuses: ["error"] };
    const { returned, error, seconds } = slow.call("dataset_status_poll", { trigger_fields });
    expect(error).toBeUndefined();
    expect(returned).toHaveLength(20);
    expect(seconds).toBeLessThanOrEqual(MOST_SECONDS);
  });
});

describe("a portal that is too slow for what is asked says what to narrow", () => {
  test("New Dataset Status", () => {
    const slow = slowPortal(() => 2);
    withDatasets(slow, 20);
    const trigger_fields = { datasets: withErrors(slow, 20), statuses: ["error"] };
    const { error, seconds } = slow.call("dataset_status_poll", { trigger_fields });
    expect(error).toEqual({
      name: "ErrorException",
      message: "data.example.com takes more than 25 seconds for its answers. Choose fewer datasets.",
    });
    expect(seconds).toBeLessThanOrEqual(MOST_SECONDS);
  });

  test("Find Dataset", () => {
    const slow = slowPortal(() => 6);
    slow.portal.management.drafts.push(...manyDatasets(4000, 3000));
    const search_fields = { name: "Dataset 3999" };
    const { error, seconds } = slow.call("find_dataset_search", { search_fields });
    expect(error?.message).toBe(
      "data.example.com takes more than 25 seconds for its answers. Give the identifier of the dataset.",
    );
    expect(seconds).toBeLessThanOrEqual(MOST_SECONDS);
  });

  test("New Dataset", () => {
    const slow = slowPortal((url) => (url.pathname.includes("/exports/") ? 40 : 1));
    withDatasets(slow, 4000);
    const bundle = { trigger_fields: {}, meta: { first_poll: true } };
    const { error, seconds } = slow.call("new_dataset_poll", bundle);
    expect(error).toEqual({
      name: "ErrorException",
      message:
        "data.example.com takes more than 25 seconds for its answers. Choose a theme, a publisher or words to search for, " +
        "so that there are fewer datasets.",
    });
    expect(seconds).toBeLessThanOrEqual(MOST_SECONDS);
  });

  test("New Record", () => {
    const slow = slowPortal((url) => (url.pathname.includes("/exports/") ? 40 : 1));
    const bundle = {
      trigger_fields: { dataset: "city-budget", order_by: "year" },
      meta: { first_poll: true },
    };
    expect(slow.call("new_record_poll", bundle).error?.message).toBe(
      "data.example.com takes more than 25 seconds for its answers. Set a filter, so that there are fewer records.",
    );
  });

  test("New Feedback, of which a page has 20 comments", () => {
    const slow = slowPortal(() => 1);
    const [air] = slow.portal.datasets;
    if (!air) throw new Error("The portal has no datasets.");
    const comment = { record_id: "0a", user: null, comment: "Moved.", values: {}, is_archived: false };
    partOf(slow.portal.management, air).feedbacks.push(
      ...Array.from({ length: 4000 }, (_, index) => ({
        ...comment,
        uid: `df_${index}`,
        created_at: DATA_TIME,
      })),
    );
    const bundle = { trigger_fields: { dataset: air.dataset_id }, meta: { first_poll: true } };
    const { error, seconds } = slow.call("new_feedback_poll", bundle);
    expect(error?.message).toBe(
      "data.example.com takes more than 25 seconds for its answers. Archive old comments on the portal.",
    );
    expect(seconds).toBeLessThanOrEqual(MOST_SECONDS);
  });
});

test("a portal that gives no answer at all halts a poll, and is an error for an action", () => {
  const slow = slowPortal(() => 60);
  const message = "data.example.com gave no answer within 25 seconds.";
  const { error, seconds } = slow.call("new_dataset_poll", { trigger_fields: {} });
  expect(error).toEqual({ name: "HaltedException", message });
  expect(seconds).toBe(25);
  const action_fields = { title: "Tram Stops", language: "en" };
  expect(slow.call("create_dataset_write", { action_fields }).error).toEqual({
    name: "ErrorException",
    message: `${message} It may have been done all the same: look at the portal before you repeat it.`,
  });
});
