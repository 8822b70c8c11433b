import { expect, test } from "vitest";
import { generate } from "../../bench/generate.mjs";
import { reviewText } from "../../src/review/review-files.ts";
import { integration } from "../compiler/integration.ts";
import { reviewedDirectory } from "../review/reviewed.ts";

test("the page of 500 triggers has at most three times zap.js plus 200 KB", async () => {
  const directory = integration({});
  generate(500, directory);
  const review = await reviewedDirectory(`${directory}/scripting`);
  const page = reviewText(review, "review.html");
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(3 * review.bytes + 200_000);
});
