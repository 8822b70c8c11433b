import type { Scenario } from "../scenario.ts";
import { postWrite, preWrite } from "./writing.ts";

const upload: Pick<Scenario, "action" | "respond"> = {
  action: {
    fields: [
      { key: "name", label: "Name", type: "unicode" },
      { key: "open", label: "Open", type: "bool" },
      { key: "file", label: "File", type: "file" },
    ],
  },
  respond: ({ path }) =>
    path.startsWith("/files/")
      ? { body: "%PDF", headers: { "content-type": "application/pdf" } }
      : { body: '{"id":1}' },
};
const text = {
  kind: "write",
  action_fields: { name: "n", open: true, file: "some text, not an address" },
} as const;
const address = {
  kind: "write",
  action_fields: { name: "n", file: "http://HOST/files/report.pdf?a=1" },
} as const;

/** What actions upload. */
export const files: readonly Scenario[] = [
  { name: "sends a text of a file field as a .txt file", ...upload, step: text, zap: "" },
  {
    name: "downloads and sends the file of an address",
    ...upload,
    step: address,
    zap: "",
    differs: {
      documented: "The part `data` of a multipart body says that it is JSON.",
      legacy: true,
      source: "Archived documentation, Actions via Multipart",
      runner: "It has no content type.",
    },
  },
  {
    name: "shows post_write the files that were sent",
    ...upload,
    step: text,
    zap: postWrite("return { data: bundle.request.data, files: bundle.request.files };"),
    differs: {
      documented: "`bundle.request` of `post_write` has the data and the files of `pre_write`.",
      source: "Scripting reference: ACTION_KEY_post_write",
      runner: "Its `data` is what the library for multipart bodies keeps inside.",
      outcome: {
        result: {
          data: '{"name":"n","open":true}',
          files: { file: ["some text, n ... .txt", "some text, not an address", "text/plain"] },
        },
      },
    },
  },
  {
    name: "sends JSON when no file is filled in",
    ...upload,
    step: { kind: "write", action_fields: { name: "n" } },
    zap: "",
  },
  {
    name: "shows pre_write the files apart from the data",
    ...upload,
    step: address,
    zap: preWrite(
      "bundle.request.headers['X-Files'] = shown([bundle.request.files, bundle.request.data, bundle.request.headers]); return bundle.request;",
    ),
  },
  {
    name: "makes parts of an object that pre_write returns with files",
    ...upload,
    step: text,
    zap: preWrite(
      "bundle.request.data = z.JSON.parse(bundle.request.data); bundle.request.data.more = { a: [1] }; return bundle.request;",
    ),
  },
  {
    name: "takes what pre_write puts in place of an address as a content",
    ...upload,
    step: address,
    zap: preWrite(
      "bundle.request.files.file[1] = 'http://HOST/files/other.pdf'; bundle.request.files.file[0] = 'a.pdf'; return bundle.request;",
    ),
  },
  {
    name: "downloads a file that pre_write names by its address only",
    ...upload,
    step: { kind: "write" },
    zap: preWrite(
      "return { headers: bundle.request.headers, files: { extra: 'http://' + bundle.auth_fields.host + '/files/x.pdf', odd: ['a'] }, data: '' };",
    ),
  },
  {
    name: "fails when pre_write returns files without headers",
    ...upload,
    step: text,
    zap: preWrite("return { files: bundle.request.files };"),
  },
  {
    name: "fails when a file cannot be downloaded",
    ...upload,
    step: address,
    zap: "",
    respond: ({ path }) => (path.startsWith("/files/") ? { status: 404 } : {}),
  },
];
