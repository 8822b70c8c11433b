import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Portal, partOf, startPortal } from "../index.ts";

const NOT_FOUND = { error_code: "not_found", message: "Not found." };

let portal: Portal;

beforeEach(async () => {
  portal = await startPortal({ api_key: "secret-key" });
});

afterEach(() => portal.close());

async function call(method: string, path: string, body?: unknown, key = "secret-key") {
  const response = await fetch(`${portal.url}/api/automation/v1.0${path}`, {
    method,
    headers: { Authorization: `Apikey ${key}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: the tests compare it as a whole or reach into it
  return { status: response.status, body: (await response.json()) as any };
}

test("nobody manages without a key, even where everybody may read", async () => {
  const response = await fetch(`${portal.url}/api/automation/v1.0/datasets/`);
  expect(response.status).toBe(401);
  expect((await call("GET", "/datasets/", undefined, "wrong")).status).toBe(401);
});

test("a permission that the key's owner lacks is named", async () => {
  portal.management.permissions = ["edit_dataset"];
  expect(await call("GET", "/harvesters/")).toEqual({
    status: 403,
    body: { error_code: "PermissionDenied", message: "You do not have the permission edit_domain." },
  });
});

test("a missing object, or one not meant for the method, is an error", async () => {
  expect(await call("GET", "/datasets/da_gone/")).toEqual({ status: 404, body: NOT_FOUND });
  expect(await call("GET", "/dataset/")).toEqual({ status: 404, body: NOT_FOUND });
  expect(await call("PUT", "/users/invite/", [])).toMatchObject({ status: 405 });
});

describe("datasets", () => {
  test("are listed in pages", async () => {
    const { body } = await call("GET", "/datasets/?limit=2&offset=2");
    expect(body).toMatchObject({
      total_count: 6,
      next: `${portal.url}/api/automation/v1.0/datasets/?limit=2&offset=4`,
      previous: `${portal.url}/api/automation/v1.0/datasets/?limit=2&offset=0`,
    });
    expect(body.results).toHaveLength(2);
    expect((await call("GET", "/datasets/?limit=1001")).status).toBe(400);
  });

  test("are found by their identifier", async () => {
    const { body } = await call("GET", "/datasets/?dataset_id=city-budget");
    expect(body.results).toMatchObject([{ dataset_id: "city-budget", is_published: true }]);
  });

  test("are created unpublished, are published and unpublished", async () => {
    const { status, body } = await call("POST", "/datasets/", {
      dataset_id: "tram-stops",
      metadata: { default: { title: { value: "Tram stops" } } },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ dataset_id: "tram-stops", is_published: false });
    expect(portal.datasets).toHaveLength(6);

    expect((await call("POST", `/datasets/${body.uid}/publish/`)).body).toEqual({ detail: "ok" });
    expect(portal.datasets.at(-1)?.dataset_id).toBe("tram-stops");
    expect((await call("GET", `/datasets/${body.uid}/status/`)).body).toMatchObject({
      status: "processing",
      previous: "idle",
      is_published: true,
    });
    expect(await call("POST", `/datasets/${body.uid}/unpublish/`)).toEqual({
      status: 400,
      body: {
        error_code: "invalid_dataset_status",
        message:
          "Invalid precondition, dataset status is 'processing' but must be one of 'idle, error, limit_reached'",
      },
    });

    const [draft] = portal.datasets.slice(-1);
    if (draft) partOf(portal.management, draft).status.status = "idle";
    await call("POST", `/datasets/${body.uid}/unpublish/`);
    expect(portal.datasets).toHaveLength(6);
    expect((await call("GET", `/datasets/${body.uid}/`)).body.is_published).toBe(false);
  });

  test("need a title, and an identifier of their own", async () => {
    expect((await call("POST", "/datasets/", {})).body).toEqual({
      error_code: "validation_error",
      message: "Invalid input",
      detail: { title: ["This field is required"] },
    });
    const taken = { dataset_id: "city-budget", metadata: { default: { title: { value: "Budget" } } } };
    expect((await call("POST", "/datasets/", taken)).body.detail).toEqual({
      dataset_id: ["This identifier is already used"],
    });
  });

  test("have metadata that can be set one by one", async () => {
    const path = "/datasets/da_a1rq7x/metadata";
    expect(await call("PUT", `${path}/default/title/`, { value: "Air" })).toEqual({
      status: 200,
      body: { value: "Air" },
    });
    await call("PUT", `${path}/quality/level/`, { value: "certified" });
    expect((await call("GET", "/datasets/da_a1rq7x/")).body.metadata).toMatchObject({
      default: { title: { value: "Air" } },
      quality: { level: { value: "certified" } },
    });
    expect((await call("PUT", `${path}/quality/level/`, { value: "best" })).body.detail).toEqual({
      value: ["Must be one of raw, checked, certified"],
    });
    expect((await call("PUT", `${path}/quality/colour/`, { value: "red" })).body).toEqual(NOT_FOUND);
  });

  test("have feedback, the newest first and without what was archived", async () => {
    const [air] = portal.datasets;
    const feedback = (uid: string, created_at: string, is_archived = false) => ({
      uid,
      record_id: "0a",
      user: { username: "louise.data" },
      comment: "Moved.",
      values: {},
      is_archived,
      created_at,
    });
    if (air) {
      partOf(portal.management, air).feedbacks.push(
        feedback("df_1", "2024-03-01T08:00:00+00:00"),
        feedback("df_2", "2024-03-02T08:00:00+00:00"),
        feedback("df_3", "2024-03-03T08:00:00+00:00", true),
      );
    }
    const { body } = await call("GET", "/datasets/da_a1rq7x/feedbacks/");
    expect(body.results.map(({ uid }: { uid: string }) => uid)).toEqual(["df_2", "df_1"]);
  });
});

describe("the tasks of a dataset", () => {
  test("publish its metadata, and abort what goes on", async () => {
    expect(await call("POST", "/datasets/da_a1rq7x/publish_metadata/")).toEqual({
      status: 200,
      body: { detail: "ok" },
    });
    expect((await call("POST", "/datasets/da_a1rq7x/abort/")).status).toBe(200);
    expect((await call("GET", "/datasets/da_a1rq7x/status/")).body).toMatchObject({
      status: "aborting_processing",
      previous: "processing",
    });
    expect((await call("POST", "/datasets/da_a1rq7x/abort/")).body).toEqual({
      error_code: "invalid_dataset_status",
      message:
        "Invalid precondition, dataset status is 'aborting_processing' but must be one of 'processing'",
    });
  });
});

describe("the metadata of a federated dataset", () => {
  test("stays that of its source, unless it is overridden", async () => {
    const [air] = portal.datasets;
    if (!air) throw new Error("The portal has no datasets.");
    partOf(portal.management, air).remote = { title: air.metas.default.title };
    const path = "/datasets/da_a1rq7x/metadata/default/title/";
    await call("PUT", path, { value: "Air" });
    expect(air.metas.default.title).not.toBe("Air");
    await call("PUT", path, { value: "Air", override_remote_value: true });
    expect((await call("GET", "/datasets/da_a1rq7x/")).body.metadata.default.title).toEqual({
      value: "Air",
      remote_value: "Qualité de l'air en temps réel",
      override_remote_value: true,
    });
  });
});

describe("resources", () => {
  const path = "/datasets/da_a1rq7x/resources/";

  test("are made of an address, or of a file that was uploaded before", async () => {
    const datasource = { type: "http", relative_url: "/a.csv" };
    expect(await call("POST", path, { type: "csvfile", title: "a.csv", datasource })).toMatchObject({
      status: 201,
      body: { uid: "re_1", title: "a.csv", datasource },
    });
    const form = new FormData();
    form.append("file", new Blob(["a;b"]), "b.csv");
    const headers = { Authorization: "Apikey secret-key" };
    const uploaded = await fetch(`${portal.url}/api/automation/v1.0${path}files/`, {
      ...{ method: "POST", headers, body: form },
    });
    const { uid } = (await uploaded.json()) as { uid: string };
    const file = { type: "uploaded_file", file: { uid } };
    expect((await call("POST", path, { type: "csvfile", title: "b.csv", datasource: file })).status).toBe(
      201,
    );
    const [air] = portal.datasets;
    expect(air && partOf(portal.management, air).files).toEqual([{ uid, filename: "b.csv", content: "a;b" }]);
  });

  test("need a type, a title, a source, and a file that is there", async () => {
    expect((await call("POST", path, { title: "a.csv" })).body.detail).toEqual({
      type: ["This field is required"],
      datasource: ["This field is required"],
    });
    const datasource = { type: "uploaded_file", file: { uid: "gone" } };
    expect((await call("POST", path, { type: "csvfile", title: "a", datasource })).body.detail).toEqual({
      datasource: { file: { uid: ["There is no such file"] } },
    });
    expect((await call("POST", `${path}files/`, {})).body.detail).toEqual({
      file: ["No file was submitted."],
    });
  });
});

test("the kinds of files are listed", async () => {
  expect((await call("GET", "/extractors/")).body).toMatchObject([{ type: "csvfile" }, { type: "jsonfile" }]);
});

test("groups take users that there are", async () => {
  await call("POST", "/users/invite/", [{ email: "louise@example.com" }]);
  expect(await call("POST", "/groups/gr_1/users/", { username: "louise" })).toMatchObject({
    status: 201,
    body: { username: "louise" },
  });
  expect((await call("GET", "/groups/")).body.results).toEqual([
    { uid: "gr_1", title: "Data Team", user_count: 1 },
    { uid: "readers", title: "Readers", user_count: 0 },
  ]);
  expect((await call("POST", "/groups/gr_1/users/", { username: "nobody" })).body.detail).toEqual({
    username: ["There is no user nobody"],
  });
  expect((await call("POST", "/groups/gone/users/", { username: "louise" })).status).toBe(404);
});

test("a harvester is started, and not twice", async () => {
  expect(await call("POST", "/harvesters/ha_7r2k1m/start/")).toMatchObject({
    status: 200,
    body: { status: "queued", last_started_at: "2024-03-15T12:00:00.000+00:00" },
  });
  expect((await call("POST", "/harvesters/ha_7r2k1m/start/")).body).toEqual({
    error_code: "invalid_harvester_status",
    message: "Invalid transition from queued to queued",
  });
});

test("harvesters say that they failed, and why", async () => {
  const [harvester] = portal.management.harvesters;
  if (harvester) harvester.errors = { harvester: "No answer.", resources: { roads: "No title." } };
  expect((await call("GET", "/harvesters/")).body.results).toMatchObject([
    { uid: "ha_7r2k1m", has_error: true, resource_errors_count: 1 },
  ]);
  expect((await call("GET", "/harvesters/ha_7r2k1m/errors/")).body).toEqual({
    harvester: "No answer.",
    resources: { roads: "No title." },
  });
});

test("users are invited, each with an answer of its own", async () => {
  const { body } = await call("POST", "/users/invite/", [
    { email: "louise@example.com" },
    { email: "nobody" },
  ]);
  expect(body).toMatchObject({
    0: { status_code: "success", data: { username: "louise", email: "louise@example.com" } },
    1: { status_code: "error", error: { message: "Enter a valid email address." } },
  });
});

test("a body that is no JSON is a bad request", async () => {
  const response = await fetch(`${portal.url}/api/automation/v1.0/users/invite/`, {
    method: "POST",
    headers: { Authorization: "Apikey secret-key" },
    body: "{",
  });
  expect(response.status).toBe(400);
});

test("a refresh token works once, and an access token for an hour", async () => {
  let now = new Date("2024-03-15T12:00:00Z");
  const own = await startPortal({ api_key: "secret-key", public: false, now: () => now });
  own.tokens.codes.add("code-1");
  const exchange = async (form: { [name: string]: string }) => {
    const response = await fetch(`${own.url}/oauth2/token/`, {
      method: "POST",
      body: new URLSearchParams(form),
    });
    return (await response.json()) as { access_token: string; refresh_token: string; error_code?: string };
  };
  const first = await exchange({ grant_type: "authorization_code", code: "code-1" });
  const second = await exchange({ grant_type: "refresh_token", refresh_token: first.refresh_token });
  const again = await exchange({ grant_type: "refresh_token", refresh_token: first.refresh_token });
  expect(again.error_code).toBe("invalid_grant");

  const read = () =>
    fetch(`${own.url}/api/explore/v2.1/catalog/datasets`, {
      headers: { Authorization: `Bearer ${second.access_token}` },
    });
  expect((await read()).status).toBe(200);
  now = new Date("2024-03-15T13:00:00Z");
  expect((await read()).status).toBe(401);
  await own.close();
});
