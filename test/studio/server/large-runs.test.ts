import { expect, test } from "vitest";
import { studioWith, untilEnded } from "./open.ts";
import { methods, startApi, things } from "./things.ts";

const poll = { kind: "poll", operation: "triggers/thing", fields: {} } as const;

/** An answer near to the largest that the platform takes. */
const items = Array.from({ length: 10_000 }, (_, id) => ({
  ...{ id, title: `Item ${id}`, link: `https://api.example.com/items/${id}?sort=asc&lang=en` },
  text: "Each of these words may be Base64, and is looked at. ".repeat(6),
}));

test("answers other requests while a run of 10,000 items and 4 MB is opened, compared and becomes a test", async () => {
  const api = await startApi(() => ({ body: items }));
  const studio = await studioWith({ methods, metadata: things(), options: api.live });
  await studio.post("/api/live", { live: true });
  const [one, other] = [await studio.run(poll), await studio.run(poll)];
  expect(one.sent[0]?.response?.body.size).toBeGreaterThan(4_000_000);
  const third = await studio.post("/api/again", { id: one.id });
  await untilEnded(studio, third.id);
  for (const long of [
    () => studio.get("/api/run", { id: third.id }),
    () => studio.get("/api/compare", { left: one.id, right: other.id }),
    () => studio.post("/api/test/preview", { run: one.id, name: "Large" }),
  ]) {
    const ended: string[] = [];
    const longOne = long().then(() => ended.push("the long one"));
    await studio.get("/api/state");
    ended.push("the state");
    await longOne;
    expect(ended).toEqual(["the state", "the long one"]);
  }
});
