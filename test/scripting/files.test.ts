import { expect, test } from "vitest";
import { withPortal } from "./with-portal.ts";

const held = withPortal();

interface Files {
  csv: string;
  attachments: { title: string; file: string }[];
}

test("a dataset's records and attachments are files that a later step asks for", async () => {
  const simulator = await held.platform();
  const { items } = await simulator.poll("new_dataset", { trigger_fields: { search: "permis" } });
  const { csv, attachments } = items[0] as unknown as Files;
  held.portal.requests.length = 0;

  const exported = await simulator.hydrate(csv);
  expect(exported.file).toMatchObject({ filename: "permis-de-construire.csv" });
  const text = new TextDecoder().decode(exported.file?.content);
  expect(text.split("\r\n")[0]).toBe("permit_number;status;applicant;address;surface;filed_on;decided_on");

  expect(attachments).toMatchObject([{ title: "notice.pdf" }]);
  const attached = await simulator.hydrate(attachments[0]?.file ?? "");
  expect(attached.file).toMatchObject({ filename: "notice.pdf", content_type: "application/pdf" });
  // The account may see what the public may not.
  expect(held.portal.requests.map(({ headers }) => headers.authorization)).toEqual([
    "Apikey secret-key",
    "Apikey secret-key",
  ]);
});
