import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "selfsigned";
import { expect, test } from "vitest";
import { simulate } from "zapc/simulator";
import type { Metadata } from "../../src/model/definitions.ts";
import { startPortal } from "../portal/index.ts";
import { runInRunner, runnerMeta } from "./runner.ts";

const polls = [
  { trigger: "new_dataset", trigger_fields: {} },
  { trigger: "new_dataset", trigger_fields: { search: "qualité", theme: "Environnement", language: "fr" } },
  { trigger: "new_dataset", trigger_fields: { publisher: "Nobody & Sons" } },
  {
    trigger: "new_record",
    trigger_fields: { dataset: "qualite-de-lair-temps-reel", order_by: "measured_at" },
  },
  {
    trigger: "new_record",
    trigger_fields: {
      dataset: "permis-de-construire",
      order_by: "filed_on",
      filter: 'applicant like "Filles" or surface > 100',
      id_fields: ["permit_number", "status"],
    },
  },
  { trigger: "new_record", trigger_fields: { dataset: "gone", order_by: "year" } },
  {
    trigger: "new_record",
    trigger_fields: { dataset: "city-budget", order_by: "year", filter: "amout > 3" },
  },
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
  const scenarios = polls.map(({ trigger: key, trigger_fields }) => ({
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
  for (const { trigger, trigger_fields } of polls) {
    const { items, error } = await simulator.poll(trigger, { trigger_fields });
    simulated.push(error ? { error: error.message } : { items });
  }
  await simulator.close();
  await portal.close();

  expect(simulated).toEqual(
    runner.map(({ items, error }) => (error ? { error: readableMessage(error.message) } : { items })),
  );
  expect(simulated.map((outcome) => outcome.items?.length ?? "error")).toEqual([
    6,
    1,
    0,
    6,
    2,
    "error",
    "error",
  ]);
});

/** The runner hides an ErrorException's message in JSON. */
function readableMessage(message: string): string {
  return message.startsWith("{") ? JSON.parse(message).message : message;
}
