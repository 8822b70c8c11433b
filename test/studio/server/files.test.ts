import { expect, test } from "vitest";
import { studioWith } from "./open.ts";
import { startApi, things } from "./things.ts";

const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]);

function withFile() {
  const metadata = things();
  const [make, ...others] = metadata.actions;
  if (!make) throw new Error("The integration has no action.");
  const fields = [...make.fields, { key: "photo", label: "Photo", type: "file" as const }];
  return { ...metadata, actions: [{ ...make, fields }, ...others] };
}

test("a chosen file reaches the API with its name, its type and its bytes, and again without being sent", async () => {
  const api = await startApi(({ body }) => ({ body: { id: 1, sent: body } }));
  const studio = await studioWith({ metadata: withFile(), options: api.live });
  await studio.post("/api/live", { live: true });
  const { address } = await studio.post("/api/file", {
    ...{ name: "häuser 1.png", type: "image/png", base64: bytes.toString("base64") },
  });
  expect(address).toBe("https://studio-files.invalid/1/h%C3%A4user%201.png");
  const fields = { name: "A house", photo: address };
  const run = await studio.run({ kind: "write", operation: "actions/make", fields });
  expect(run).toMatchObject({ status: "succeeded", requests: 2 });
  expect(run.sent.map(({ method, url, answered_by }) => [method, url, answered_by])).toEqual([
    ["GET", address, "file"],
    ["POST", "https://api.example.com/things", "live"],
  ]);
  expect(api.seen).toHaveLength(1);
  const [{ headers, body }] = api.seen as [(typeof api.seen)[0]];
  expect(headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
  expect(body).toContain('name="photo"; filename="häuser 1.png"\r\nContent-Type: image/png\r\n\r\n');
  const { id } = await studio.post("/api/again", { id: run.id });
  const again = await studio.ended(id);
  expect(again.sent.map(({ answered_by }) => answered_by)).toEqual(["recorded", "recorded"]);
});

test("takes no file that the platform would not take", async () => {
  const studio = await studioWith({ metadata: withFile() });
  const large = { name: "film.mp4", type: "", base64: Buffer.alloc(25_000_001).toString("base64") };
  expect(await studio.refused("POST /api/file", large)).toEqual({
    ...{ status: 400, error: "Failed to take film.mp4: it has 25000001 bytes." },
    hint: "The simulator takes files of 25000000 bytes at most.",
  });
});

test("says that it does not have a file any more", async () => {
  const studio = await studioWith({ metadata: withFile() });
  const fields = { name: "A house", photo: "https://studio-files.invalid/7/a.png" };
  const run = await studio.run({ kind: "write", operation: "actions/make", fields });
  expect(run.error).toContain(
    "The studio no longer has the file of https://studio-files.invalid/7/a.png: choose it again.",
  );
});
