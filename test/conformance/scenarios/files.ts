import type { Respond } from "../recording-server.ts";
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

const named = [
  ...["a b.pdf", "é.pdf", "a|b{c}.pdf", '"q".pdf', "a'b.pdf", "a%20b.pdf", "<x>^`.pdf", "../x"],
  ...["x\\y.pdf", "x.pdf\n", "a?x=a b&y=é|{}", "x.pdf#part"],
];

const dispositions = [
  ...["filename=50%.pdf", 'filename="50%"', "filename*=UTF-8''%e2%82%ac.pdf", "filename*=UTF-8'en'x.pdf"],
  ...["filename*=ISO-8859-1''%e9.pdf", 'filename="a%20b.pdf"', "filename=", "filename=a;b.pdf", "size=5"],
];

const contents = [
  ...["['a\"b.txt', 'x', 'text/plain']", "['a\\nb.txt', 'x', 'c/d']", "['dir/é.txt', 'x', 'a/b']"],
  ...["['a.pdf', 'x', null]", "['a.xyz', 'x', '']", "[null, 'x', null]", "['', 'x', 'a/b']", "[5, 'x', 6]"],
  ...["['a', 5, 'a/b']", "['a', null, 'a/b']", "['a', { b: 1 }, 'c/d']", "['a', ['b'], 'c/d']"],
  ...["['a', true, 'c/d']", "['a', '', 'c/d']", "['a.txt', 'x']", "5", "null"],
];

const parts = [
  "{ 'a\"b': 'x', 'c\\nd': 'y' }",
  "[1]",
  "5",
  "null",
  "{ a: null, c: false, d: { e: 1 }, f: [1] }",
];

const values = [5, 0, true, false, ["http://HOST/files/x.pdf"], ["a", "b"], 'a\nb"c\\d', "   ", "http://"];
const showsFiles =
  "bundle.request.headers['X-Files'] = shown([bundle.request.files, bundle.request.data]); return bundle.request;";

const oddFiles: readonly Scenario[] = [
  ...named.map((file) => ({
    name: `downloads the file ${JSON.stringify(file)}`,
    ...upload,
    step: { kind: "write", action_fields: { file: `http://HOST/files/${file}` } } as const,
    zap: "",
  })),
  ...dispositions.map((disposition) => ({
    name: `names a file by ${disposition}`,
    action: upload.action,
    step: address,
    zap: "",
    respond: (({ path }) =>
      path.startsWith("/files/")
        ? {
            body: "%PDF",
            headers: { "content-type": "", "content-disposition": `attachment; ${disposition}` },
          }
        : { body: "{}" }) as Respond,
  })),
  ...contents.map((file) => ({
    name: `sends the file ${file} of pre_write`,
    ...upload,
    step: { kind: "write" } as const,
    zap: preWrite(`return { headers: {}, files: { file: ${file} }, data: {} };`),
  })),
  ...parts.map((data) => ({
    name: `sends a file beside the data ${data}`,
    ...upload,
    step: { kind: "write" } as const,
    zap: preWrite(`return { headers: {}, files: { file: ['a', 'x', 'c/d'] }, data: ${data} };`),
  })),
  ...values.flatMap((file) => {
    const step = { kind: "write", action_fields: { name: "n", file } } as const;
    return [
      { name: `sends the value ${JSON.stringify(file)} of a file field`, ...upload, step, zap: "" },
      {
        name: `shows pre_write the file ${JSON.stringify(file)}`,
        ...upload,
        step,
        zap: preWrite(showsFiles),
      },
    ];
  }),
];

/** The uploads of actions. */
export const files: readonly Scenario[] = [
  ...oddFiles,
  { name: "sends a text of a file field as a .txt file", ...upload, step: text, zap: "" },
  {
    name: "downloads and sends the file of an address",
    ...upload,
    step: address,
    zap: "",
    differs: {
      documented: "The part `data` of a multipart body has the content type JSON.",
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
      runner: "Its `data` is an internal value of the library for multipart bodies.",
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
