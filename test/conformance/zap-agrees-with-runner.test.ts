import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "selfsigned";
import { expect, test } from "vitest";
import { simulate } from "zapc/simulator";
import type { Metadata } from "../../src/model/definitions.ts";
import { startPortal } from "../portal/index.ts";
import { runInRunner, runnerMeta } from "./runner.ts";

const air = "qualite-de-lair-temps-reel";

/** A poll of each trigger, and how many items it gives. */
const polls: readonly {
  trigger: string;
  trigger_fields?: object;
  gives: number | "error";
}[] = [
  { trigger: "new_dataset", gives: 6 },
  {
    trigger: "new_dataset",
    trigger_fields: { search: "qualité", theme: "Environnement", language: "fr" },
    gives: 1,
  },
  { trigger: "new_dataset", trigger_fields: { publisher: "Nobody & Sons" }, gives: 0 },
  { trigger: "new_dataset", trigger_fields: { event: "changed", keyword: "finance" }, gives: 1 },
  { trigger: "new_record", trigger_fields: { dataset: air, order_by: "measured_at" }, gives: 6 },
  {
    trigger: "new_record",
    trigger_fields: {
      dataset: "permis-de-construire",
      order_by: "filed_on",
      filter: 'applicant like "Filles" or surface > 100',
      id_fields: ["permit_number", "status"],
    },
    gives: 2,
  },
  { trigger: "new_record", trigger_fields: { dataset: "gone", order_by: "year" }, gives: "error" },
  {
    trigger: "new_record",
    trigger_fields: { dataset: "city-budget", order_by: "year", filter: "amout > 3" },
    gives: "error",
  },
  {
    trigger: "field_value_changed",
    trigger_fields: {
      ...{ dataset: air, id_fields: ["station"], watched: ["alert"] },
      ...{ keeps: "history", timestamp: "measured_at" },
    },
    gives: 3,
  },
  { trigger: "dataset_status", trigger_fields: { datasets: ["da_a1rq7x"], statuses: ["idle"] }, gives: 1 },
  { trigger: "dataset_not_updated", trigger_fields: { minutes: 15, dataset: "city-budget" }, gives: 1 },
  { trigger: "harvester_error", gives: 0 },
  { trigger: "new_feedback", trigger_fields: { dataset: "da_a1rq7x" }, gives: 0 },
  { trigger: "themes", gives: 6 },
  { trigger: "publishers", gives: 3 },
  { trigger: "languages", gives: 2 },
  { trigger: "datasets", gives: 6 },
  { trigger: "managed_datasets", gives: 6 },
  { trigger: "fields", trigger_fields: { dataset: "city-budget" }, gives: 3 },
  { trigger: "portal", gives: 1 },
];

test("dist/zap.js gives the same items and errors in the simulator and in the runner", async () => {
  // The runner sends to https://{{domain}} for real: the portal has a certificate that the runner's process trusts.
  const altNames = [{ type: 7 as const, ip: "127.0.0.1" }];
  const { cert, private: key } = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    extensions: [{ name: "subjectAltName", altNames }],
  });
  const ca = join(mkdtempSync(join(tmpdir(), "zapc-ca-")), "ca.pem");
  writeFileSync(ca, cert);
  const portal = await startPortal({ api_key: "secret-key", tls: { key, cert } });
  const auth_fields = { domain: new URL(portal.https_url as string).host, api_key: "secret-key" };

  const script = readFileSync("dist/zap.js", "utf8");
  const metadata: Metadata = JSON.parse(readFileSync("dist/metadata.json", "utf8"));
  const scenarios = polls.map(({ trigger: key, trigger_fields = {} }) => ({
    ...{ script, metadata, auth_fields, meta: runnerMeta },
    step: { kind: "poll", key, trigger_fields },
  }));
  const runner = await runInRunner(scenarios, { NODE_EXTRA_CA_CERTS: ca });

  const simulator = await simulate({
    script: "dist/zap.js",
    metadata: "dist/metadata.json",
    auth_fields,
    url_base: portal.url,
  });
  const simulated = [];
  for (const { trigger, trigger_fields = {} } of polls) {
    const { items, error } = await simulator.poll(trigger, { trigger_fields: { ...trigger_fields } });
    simulated.push(error ? { error: error.message } : { items: withoutClock(items) });
  }
  await simulator.close();
  await portal.close();

  expect(simulated).toEqual(
    runner.map(({ items, error }) =>
      error ? { error: readableMessage(error.message) } : { items: withoutClock(items) },
    ),
  );
  expect(simulated.map((outcome) => outcome.items?.length ?? "error")).toEqual(
    polls.map(({ gives }) => gives),
  );
});

/** The two poll one after the other, and the runner's clock is the machine's. */
function withoutClock(items: unknown): unknown[] {
  return (items as object[]).map((item) => ({ ...item, minutes_since: undefined }));
}

/** The runner hides an ErrorException's message in JSON. */
function readableMessage(message: string): string {
  return message.startsWith("{") ? JSON.parse(message).message : message;
}
