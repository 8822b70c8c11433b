import { expect, test } from "vitest";
import { tokenFieldsOf } from "../../src/model/token-fields.ts";

test.each([
  ["oauth1", ["oauth_token", "oauth_token_secret"]],
  ["oauth2", ["access_token"]],
  ["oauth2_refresh", ["access_token", "refresh_token"]],
  ["session", []],
  // Metadata that no check has seen yet may hold any text.
  ["constructor", []],
  ["__proto__", []],
])("the platform adds to auth of type %s the fields %j", (type, fields) => {
  expect(tokenFieldsOf(type)).toEqual(fields);
});
