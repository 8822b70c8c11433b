import { expect, test } from "vitest";
import { sharingSimulators } from "./integration.ts";

const simulateZap = sharingSimulators();

/** The pointers that `z.dehydrate` and `z.dehydrateFile` make. */
function pointer(type: "method" | "file", bundle: object): string {
  return `hydrate|||${JSON.stringify({ type, method: "hydrators.x", bundle })}|||hydrate`;
}
const session = "get_session_info: function () { return { token: 't' }; }";

test("calls the method that a pointer names, with its bundle and the account", async () => {
  const sim = await simulateZap(
    `${session}, thing_details: function (bundle) {
       return { id: bundle.id, token: bundle.auth_fields.token, zap: bundle.zap.id };
     }`,
  );
  const run = await sim.hydrate(pointer("method", { method: "thing_details", bundle: { id: 7 } }), {
    zap: { id: 5 },
  });
  expect(run.result).toEqual({ id: 7, token: "t", zap: 5 });
});

test("downloads a file with the app's authentication", async () => {
  const sim = await simulateZap(session, {
    http: () => new Response("%PDF", { headers: { "content-type": "application/pdf" } }),
  });
  const run = await sim.hydrate(pointer("file", { url: "https://api.example.com/files/7.pdf" }));
  expect(run.requests[0]?.headers["X-Token"]).toBe("t");
  expect(run.file).toEqual({
    filename: "7.pdf",
    content_type: "application/pdf",
    length: 4,
    content: new Uint8Array(Buffer.from("%PDF")),
  });
});

const names = [
  ["as the header says", { "content-disposition": "attachment; filename*=UTF-8''%e2%82%ac.txt" }, "€.txt"],
  ["with the extension of its type", { "content-type": "image/png" }, "7.png"],
  ["after the address, where the header says nothing", { "content-disposition": "?" }, "7"],
] as const;

test.each(names)("a file is named %s", async (_, headers, filename) => {
  const sim = await simulateZap("", { http: () => new Response(Buffer.from("x"), { headers }) });
  const run = await sim.hydrate(pointer("file", { url: "https://api.example.com/files/7" }));
  expect(run.file?.filename).toBe(filename);
});

test("with a request of its own, a file is downloaded without the authentication", async () => {
  const sim = await simulateZap(session, {
    http: (request) => new Response(request.headers.get("x-download-key")),
  });
  const file = {
    url: "https://api.example.com/files/7",
    request: { method: "post", headers: { "X-Download-Key": "k" } },
    meta: { name: "report.txt", length: 1 },
  };
  const run = await sim.hydrate(pointer("file", file));
  expect(run.requests).toMatchObject([{ method: "POST", headers: { "X-Download-Key": "k" } }]);
  expect(run.requests[0]?.headers["X-Token"]).toBeUndefined();
  expect(run.file).toMatchObject({
    filename: "report.txt",
    length: 1,
    content: new Uint8Array(Buffer.from("k")),
  });
});

test("a file that is not there is an error", async () => {
  const sim = await simulateZap("", { http: () => new Response("gone", { status: 404 }) });
  const { error, file } = await sim.hydrate(pointer("file", { url: "https://api.example.com/files/7" }));
  expect(error?.message).toBe("The server returned 404 to https://api.example.com/files/7: gone");
  expect(file).toBeUndefined();
});

test("names a method that is missing", async () => {
  const sim = await simulateZap("");
  expect((await sim.hydrate(pointer("method", { method: "nope" }))).error).toEqual({
    name: "Error",
    message: 'There is no method "nope" to hydrate with.',
  });
});

test("takes pointers only", async () => {
  const sim = await simulateZap("");
  await expect(sim.hydrate("https://api.example.com/files/7")).rejects.toMatchObject({
    fault: 'Failed to hydrate: "https://api.example.com/files/7" is no pointer.',
    hint: "A pointer is what z.dehydrate or z.dehydrateFile returned: hydrate|||…|||hydrate.",
  });
});
