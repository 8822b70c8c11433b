import { expect, test } from "vitest";
import { undocumented } from "./documented-requests.ts";

function asked(method: string, address: string, headers: { [name: string]: string } = {}) {
  const { pathname: path, searchParams } = new URL(address, "https://data.example.com");
  return undocumented({ method, path, query: [...searchParams], headers });
}

test.each([
  ["GET", "/api/explore/v2.1/catalog/datasets?limit=100&offset=0&refine=theme:Air&refine=language:fr"],
  ["GET", "/api/explore/v2.1/catalog/exports/json?limit=200"],
  ["GET", "/api/explore/v2.1/catalog/datasets/air/records?select=max(no2)&group_by=station"],
  ["GET", "/api/explore/v2.1/catalog/datasets/air/exports/xlsx?use_labels=true"],
  ["GET", "/api/automation/v1.0/datasets/?dataset_id=air"],
  ["POST", "/api/automation/v1.0/datasets/da_1/publish_metadata/"],
  ["PUT", "/api/automation/v1.0/datasets/da_1/metadata/default/title/"],
])("%s %s is documented", (method, address) => {
  expect(asked(method, address)).toBeUndefined();
});

test.each([
  ["POST", "/api/explore/v2.1/catalog/datasets", "POST /api/explore/v2.1/catalog/datasets"],
  ["GET", "/api/explore/v2.1/catalog/datasets?rows=5", "GET /api/explore/v2.1/catalog/datasets?rows"],
  ["GET", "/api/explore/v2.0/catalog/datasets", "GET /api/explore/v2.0/catalog/datasets"],
  ["GET", "/api/explore/v2.1/catalog/datasets//records", "GET /api/explore/v2.1/catalog/datasets//records"],
  ["GET", "/api/automation/v1.0/datasets", "GET /api/automation/v1.0/datasets"],
  ["DELETE", "/api/automation/v1.0/datasets/da_1/", "DELETE /api/automation/v1.0/datasets/da_1/"],
])("%s %s is not", (method, address, said) => {
  expect(asked(method, address)).toBe(said);
});

test("a header without a key is none that a visitor sends", () => {
  const path = "/api/explore/v2.1/catalog/datasets";
  expect(asked("GET", path, { authorization: "" })).toBe(`GET ${path} with an empty Authorization header`);
  expect(asked("GET", path, { authorization: "Apikey secret-key" })).toBeUndefined();
});
