import { expect, test } from "vitest";
import { subscriptions_url } from "../platform/world.ts";
import { withPortal } from "./with-portal.ts";

const held = withPortal();

test("the editor's samples have the shape of a hook's items", async () => {
  const simulator = await held.platform();
  const { items } = await simulator.poll("dataset_event", {
    trigger_fields: { subscriptions_url },
    meta: { frontend: true },
  });
  expect(items).toHaveLength(3);
  expect(items[0]).toEqual({
    id: expect.stringMatching(/:published:/),
    event: "published",
    dataset_id: expect.any(String),
    title: expect.any(String),
    at: expect.any(String),
    url: expect.stringMatching(/^https:\/\/data\.example\.com\/explore\/dataset\//),
  });
});
