import { describe, expect, test } from "vitest";
import { partOf, statusSince } from "../../portal/index.ts";
import type { Held } from "../with-portal.ts";
import { turnedOn } from "./turned-on.ts";

const AIR = "da_a1rq7x";

/** The triggers for those who manage a portal. */
export function management(held: Held): void {
  const air = () => partOf(held.portal.management, held.dataset("qualite-de-lair-temps-reel"));

  describe("dataset_status over some days", () => {
    test("an error triggers once, and again when it comes back", async () => {
      const zap = await turnedOn(held, "dataset_status", { datasets: [AIR, "da_bu6g3t"] });
      air().status = statusSince("processing", "2024-03-15T12:00:00+00:00", { previous: "idle" });
      expect(await zap.items()).toEqual([]);
      air().status = statusSince("error", "2024-03-15T12:05:00+00:00", {
        previous: "processing",
        message: "The source could not be read.",
        records_errors: [{ record_id: "0a", field_uid: "fi_1", message: "no number" }],
      });
      expect(await zap.items()).toEqual([
        {
          id: `${AIR}:error:2024-03-15T12:05:00+00:00`,
          dataset_uid: AIR,
          dataset_id: "qualite-de-lair-temps-reel",
          title: "Qualité de l'air en temps réel",
          status: "error",
          previous: "processing",
          since: "2024-03-15T12:05:00+00:00",
          is_published: true,
          message: "The source could not be read.",
          records_errors: [{ record_id: "0a", field_uid: "fi_1", message: "no number" }],
          url: `https://data.example.com/backoffice/catalog/datasets/${AIR}/`,
        },
      ]);
      expect(await zap.items()).toEqual([]);
      air().status = statusSince("idle", "2024-03-15T13:00:00+00:00", { previous: "error" });
      expect(await zap.items()).toEqual([]);
      air().status = statusSince("limit_reached", "2024-03-15T14:00:00+00:00");
      expect(await zap.ids()).toEqual([`${AIR}:limit_reached:2024-03-15T14:00:00+00:00`]);
    });

    test("a dataset that is deleted, and one that is renamed, do not stop the alerts of the others", async () => {
      const datasets = ["city-budget", "da_p3rm1t", "qualite-de-lair-temps-reel"];
      const zap = await turnedOn(held, "dataset_status", { datasets });
      held.portal.datasets.splice(held.portal.datasets.indexOf(held.dataset("city-budget")), 1);
      held.dataset("permis-de-construire").dataset_id = "permis";
      air().status = statusSince("error", "2024-03-15T12:05:00+00:00");
      partOf(held.portal.management, held.dataset("permis")).status = statusSince(
        "error",
        "2024-03-15T12:06:00+00:00",
      );
      expect(await zap.ids()).toEqual([
        "da_p3rm1t:error:2024-03-15T12:06:00+00:00",
        `${AIR}:error:2024-03-15T12:05:00+00:00`,
      ]);
      held.portal.datasets.splice(0);
      expect(await zap.message()).toBe("data.example.com does not have any of the chosen datasets any more.");
    });

    test("a dataset that is not published is watched, too", async () => {
      held.portal.management.drafts.push(...held.portal.datasets.splice(0, 1));
      const [draft] = held.portal.management.drafts;
      if (!draft) throw new Error("The portal has no draft.");
      const zap = await turnedOn(held, "dataset_status", { datasets: [" ", draft.dataset_id] });
      partOf(held.portal.management, draft).status = statusSince("error", "2024-03-15T12:05:00+00:00");
      expect(await zap.items()).toMatchObject([
        { id: `${AIR}:error:2024-03-15T12:05:00+00:00`, is_published: false },
      ]);
    });

    test("other statuses trigger when they are chosen", async () => {
      const zap = await turnedOn(held, "dataset_status", { datasets: [AIR], statuses: ["queued"] });
      air().status = statusSince("queued", "2024-03-15T12:00:00+00:00");
      expect(await zap.ids()).toEqual([`${AIR}:queued:2024-03-15T12:00:00+00:00`]);
    });
  });

  describe("harvester_error over some days", () => {
    const harvester = () => {
      const [first] = held.portal.management.harvesters;
      if (!first) throw new Error("The portal has no harvester.");
      return first;
    };

    test("triggers once for each run that failed, once it has ended", async () => {
      const zap = await turnedOn(held, "harvester_error");
      Object.assign(harvester(), {
        status: "processing",
        last_started_at: "2024-03-16T02:00:00+00:00",
        errors: { harvester: null, resources: { roads: "No title." } },
      });
      expect(await zap.items()).toEqual([]);
      Object.assign(harvester(), {
        status: "idle",
        errors: { harvester: "No answer.", resources: { roads: "No title." } },
      });
      expect(await zap.items()).toEqual([
        {
          id: "ha_7r2k1m:2024-03-16T02:00:00+00:00",
          harvester_uid: "ha_7r2k1m",
          name: "Portail régional",
          type: "ckan",
          started_at: "2024-03-16T02:00:00+00:00",
          last_success_at: "2024-03-15T02:03:41+00:00",
          message: "No answer.",
          datasets: [{ dataset: "roads", message: "No title." }],
        },
      ]);
      expect(await zap.items()).toEqual([]);
      harvester().last_started_at = "2024-03-17T02:00:00+00:00";
      expect(await zap.ids()).toEqual(["ha_7r2k1m:2024-03-17T02:00:00+00:00"]);
      Object.assign(harvester(), {
        last_started_at: "2024-03-18T02:00:00+00:00",
        errors: { harvester: null, resources: {} },
      });
      expect(await zap.items()).toEqual([]);
    });

    test("sees the twenty that were started last when more have failed", async () => {
      const zap = await turnedOn(held, "harvester_error");
      const errors = { harvester: "No answer.", resources: {} };
      held.portal.management.harvesters = Array.from({ length: 21 }, (_, minute) => ({
        ...harvester(),
        uid: `ha_${minute}`,
        last_started_at: `2024-03-16T02:${String(minute).padStart(2, "0")}:00+00:00`,
        errors,
      }));
      const started = (await zap.items()).map((item) => (item as { started_at: string }).started_at);
      expect(started).toHaveLength(20);
      expect([started[0], started[19]]).toEqual(["2024-03-16T02:20:00+00:00", "2024-03-16T02:01:00+00:00"]);
    });
  });

  describe("new_feedback over some days", () => {
    const comment = (uid: string, created_at = "2024-03-15T12:00:00+00:00") => ({
      uid,
      record_id: "0a",
      user: { username: "louise.data" },
      comment: "The station has moved.",
      values: { station: { value: "Port", type: "text" } },
      is_archived: false,
      created_at,
    });

    test("triggers once for each comment", async () => {
      const zap = await turnedOn(held, "new_feedback", { dataset: AIR });
      air().feedbacks.push(comment("df_1"));
      expect(await zap.items()).toEqual([
        {
          id: "df_1",
          dataset_uid: AIR,
          record_id: "0a",
          user: "louise.data",
          comment: "The station has moved.",
          suggestions: [{ field: "station", value: "Port" }],
          created_at: "2024-03-15T12:00:00+00:00",
        },
      ]);
      expect(await zap.items()).toEqual([]);
    });

    test("a comment of somebody whose account is deleted triggers without a user", async () => {
      const zap = await turnedOn(held, "new_feedback", { dataset: "qualite-de-lair-temps-reel" });
      air().feedbacks.push({ ...comment("df_1"), user: null });
      expect(await zap.items()).toMatchObject([
        { id: "df_1", user: null, comment: "The station has moved." },
      ]);
      expect(await zap.items()).toEqual([]);
    });

    test("sees more comments than a page of the portal has", async () => {
      const zap = await turnedOn(held, "new_feedback", { dataset: AIR });
      air().feedbacks.push(...Array.from({ length: 45 }, (_, index) => comment(`df_${index}`)));
      expect(await zap.items()).toHaveLength(45);
      expect(await zap.items()).toEqual([]);
    });

    test("does not trigger for old comments that move up when newer ones are archived", async () => {
      const years = Array.from({ length: 60 }, (_, index) => `${2024 - index}-01-01T12:00:00+00:00`);
      air().feedbacks.push(...years.map((year) => comment(year, year)));
      const zap = await turnedOn(held, "new_feedback", { dataset: AIR });
      for (const feedback of air().feedbacks.slice(0, 50)) feedback.is_archived = true;
      expect(await zap.items()).toEqual([]);
    });
  });
}
