import { describe, expect, test } from "vitest";
import type { Held } from "../with-portal.ts";
import { turnedOn } from "./turned-on.ts";

const permits = "permis-de-construire";

export function newAttachment(held: Held): void {
  const on = (trigger_fields: object = {}) => turnedOn(held, "new_attachment", trigger_fields);

  function attach(dataset_id: string, id: string, time: string): void {
    const { attachments, metas } = held.dataset(dataset_id);
    attachments.push({
      id,
      title: id.replace("_", "."),
      mimetype: "application/pdf",
      url: `odsfile://${id}`,
    });
    metas.default.metadata_processed = time;
  }

  describe("new_attachment over some days", () => {
    test("each file triggers once, and can be downloaded", async () => {
      const zap = await on();
      attach(permits, "plan_pdf", "2024-03-15T12:10:00+00:00");
      attach("city-budget", "annex_pdf", "2024-03-15T12:05:00+00:00");
      const items = await zap.items("2024-03-15T12:15:00Z");
      expect(items).toMatchObject([
        {
          id: "da_p3rm1t:plan_pdf",
          title: "plan.pdf",
          mimetype: "application/pdf",
          dataset_id: permits,
          dataset_title: "Permis de construire",
          url: `https://data.example.com/explore/dataset/${permits}/`,
        },
        { id: "da_bu6g3t:annex_pdf" },
      ]);
      const [{ file }] = items as [{ file: string }];
      const platform = await held.platform();
      expect((await platform.hydrate(file)).file).toMatchObject({ filename: "plan.pdf" });
      expect(await zap.ids("2024-03-15T12:30:00Z")).toEqual([]);
    });

    test("a file that is removed and attached again does not trigger", async () => {
      const zap = await on();
      const [notice] = held.dataset(permits).attachments.splice(0);
      held.dataset(permits).metas.default.metadata_processed = "2024-03-15T12:10:00+00:00";
      expect(await zap.ids("2024-03-15T12:15:00Z")).toEqual([]);
      if (notice) held.dataset(permits).attachments.push(notice);
      held.dataset(permits).metas.default.metadata_processed = "2024-03-15T12:20:00+00:00";
      expect(await zap.ids("2024-03-15T12:30:00Z")).toEqual([]);
    });

    test("only the chosen dataset is watched", async () => {
      const zap = await on({ dataset: "city-budget" });
      attach(permits, "plan_pdf", "2024-03-15T12:10:00+00:00");
      attach("city-budget", "annex_pdf", "2024-03-15T12:05:00+00:00");
      expect(await zap.ids("2024-03-15T12:15:00Z")).toEqual(["da_bu6g3t:annex_pdf"]);
    });
  });
}
