import { expect, test } from "vitest";
import type { Runtime } from "zapc/simulator";
import type { Action } from "../../src/model/definitions.ts";
import { sharingSimulators } from "./integration.ts";

const simulateZap = sharingSimulators();

const upload: Action = {
  key: "upload",
  label: "Upload File",
  noun: "File",
  help_text: "Uploads a file.",
  url: "https://api.example.com/files",
  fields: [
    { key: "path", label: "Path", type: "unicode" },
    { key: "file", label: "File", type: "file" },
  ],
  sample: { id: 1 },
  methods: [],
};

/** Uploads to an API that takes everything. The last request there has the multipart body. */
async function sent(file: string, methods = "", runtime: Runtime = "converted") {
  const sim = await simulateZap(methods, {
    runtime,
    actions: [upload],
    http: (request) =>
      request.url === "https://files.example.com/report.pdf"
        ? new Response("%PDF", { headers: { "content-type": "application/pdf" } })
        : Response.json({ id: 1 }),
  });
  const run = await sim.write("upload", { action_fields: { path: "/a", file } });
  const request = run.requests.at(-1);
  const boundary = /boundary=(.*)$/.exec(request?.headers["content-type"] ?? "")?.[1] ?? "none";
  return { ...run, headers: request?.headers, parts: String(request?.body).replaceAll(boundary, "BOUNDARY") };
}

test("sends the fields as JSON beside the file, which is downloaded", async () => {
  const { parts, headers, requests } = await sent("https://files.example.com/report.pdf");
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    "GET https://files.example.com/report.pdf",
    "POST https://api.example.com/files",
  ]);
  expect(headers).toMatchObject({
    Accept: "*/*",
    "content-type": expect.stringMatching(/^multipart\/form-data; /),
  });
  expect(parts.split("\r\n")).toEqual([
    "--BOUNDARY",
    'Content-Disposition: form-data; name="data"',
    "",
    '{"path":"/a"}',
    "--BOUNDARY",
    'Content-Disposition: form-data; name="file"; filename="report.pdf"',
    "Content-Type: application/pdf",
    "",
    "%PDF",
    "--BOUNDARY--",
    "",
  ]);
});

test("on the legacy runtime the JSON says that it is JSON", async () => {
  const { parts } = await sent("some text", "", "legacy");
  expect(parts.split("\r\n").slice(1, 3)).toEqual([
    'Content-Disposition: form-data; name="data"',
    "Content-Type: application/json; charset=utf-8",
  ]);
});

test("makes a .txt file of a text", async () => {
  const { parts, requests } = await sent("a text that is no address");
  expect(requests).toHaveLength(1);
  expect(parts.split("\r\n").slice(5, 9)).toEqual([
    'Content-Disposition: form-data; name="file"; filename="a text that  ... .txt"',
    "Content-Type: text/plain",
    "",
    "a text that is no address",
  ]);
});

test("shows pre_write the files, and makes parts of an object", async () => {
  const { parts, logs } = await sent(
    "some text",
    `upload_pre_write: function (bundle) {
       console.log(z.JSON.stringify(bundle.request.files), bundle.request.headers['Content-Type']);
       bundle.request.headers['Content-Type'] = 'application/x-www-form-urlencoded';
       bundle.request.data = z.JSON.parse(bundle.request.data);
       bundle.request.data.public = true;
       bundle.request.files.file[0] = 'renamed.txt';
       return bundle.request;
     }`,
  );
  expect(logs.map(({ text }) => text)).toEqual([
    '{"file":["some text ... .txt","some text","text/plain"]} undefined',
  ]);
  expect(parts.split("\r\n")).toEqual([
    "--BOUNDARY",
    'Content-Disposition: form-data; name="path"',
    "",
    "/a",
    "--BOUNDARY",
    'Content-Disposition: form-data; name="public"',
    "",
    "True",
    "--BOUNDARY",
    'Content-Disposition: form-data; name="file"; filename="renamed.txt"',
    "Content-Type: text/plain",
    "",
    "some text",
    "--BOUNDARY--",
    "",
  ]);
});

test("takes what pre_write puts in place of an address as the content", async () => {
  const { parts } = await sent(
    "https://files.example.com/report.pdf",
    `upload_pre_write: function (bundle) {
       bundle.request.files.file[1] = 'https://files.example.com/other.pdf';
       return bundle.request;
     }`,
  );
  expect(parts).toContain("\r\n\r\nhttps://files.example.com/other.pdf\r\n");
});

test("shows post_write the data and the files that were sent", async () => {
  const { result } = await sent(
    "some text",
    "upload_post_write: function (bundle) { return { data: bundle.request.data, files: bundle.request.files }; }",
  );
  expect(result).toEqual({
    data: '{"path":"/a"}',
    files: { file: ["some text ... .txt", "some text", "text/plain"] },
  });
});

test("says that a file cannot be downloaded", async () => {
  const sim = await simulateZap("", {
    actions: [upload],
    http: () => new Response("", { status: 404, statusText: "Not Found" }),
  });
  const { error } = await sim.write("upload", {
    action_fields: { file: "https://files.example.com/gone.pdf" },
  });
  expect(error?.message).toBe("Got Not Found when download file: https://files.example.com/gone.pdf");
});

test.each(["a b.pdf", "é.pdf", "a|{}.pdf"])("asks a handler for the encoded address of %s", async (name) => {
  const url = `https://files.example.com/${name}`;
  expect((await sent(url)).requests[0]?.url).toBe(encodeURI(url));
});

test.each(["filename=50%.pdf", "filename*=ISO-8859-1''%e9.pdf"])(
  "the file's %s is a run's error",
  async (name) => {
    const sim = await simulateZap("", {
      actions: [upload],
      http: () => new Response("%PDF", { headers: { "content-disposition": `attachment; ${name}` } }),
    });
    const run = await sim.write("upload", { action_fields: { file: "https://files.example.com/x" } });
    expect(run).toMatchObject({ outcome: "error", error: { name: "URIError", message: "URI malformed" } });
  },
);

test("asks for all files at once", async () => {
  const both = {
    ...upload,
    fields: [...upload.fields, { key: "more", label: "More", type: "file" }],
  } as Action;
  const asked: (() => void)[] = [];
  const sim = await simulateZap("", {
    actions: [both],
    http: async ({ method }) => {
      if (method === "POST") return Response.json({ id: 1 });
      // Neither is answered before both are asked for.
      const answered = new Promise<void>((resolve) => asked.push(resolve));
      if (asked.length === 2) for (const answer of asked) answer();
      await answered;
      return new Response("%PDF");
    },
  });
  const [file, more] = ["a", "b"].map((name) => `https://files.example.com/${name}`);
  const { outcome, requests } = await sim.write("upload", { action_fields: { file, more } });
  expect(outcome).toBe("succeeded");
  expect(requests.map(({ url }) => url)).toEqual([file, more, "https://api.example.com/files"]);
});

test("the same parts make the same body", async () => {
  const [first, second] = [await sent("some text"), await sent("some text")];
  expect(first.requests[0]?.body).toBe(second.requests[0]?.body);
});
