import { readFileSync } from "node:fs";
import { generate } from "selfsigned";
import type { Metadata } from "../../../src/model/definitions.ts";
import {
  account,
  storageHost,
  subscriptions_url,
  type World,
  type WorldOptions,
} from "../../platform/world.ts";
import { startPortal } from "../../portal/index.ts";
import { startPipeline } from "../../portal/pipeline.ts";
import { startStorage } from "../../portal/storage.ts";
import type { RunnerPlatform } from "./runner-platform.ts";
import { type Runner, startRunner } from "./start-runner.ts";

/** A world with the runner, on which apps run as they are exported. It asks https addresses for real: the hosts' certificate is one that its process trusts. */
export async function startOnRunner(
  options: WorldOptions = {},
): Promise<World<RunnerPlatform> & Pick<Runner, "called">> {
  const names = { portal: account.domain, pipeline: new URL(subscriptions_url).host, storage: storageHost };
  const tls = await certificateOf(Object.values(names));
  const portal = await startPortal({ api_key: account.api_key, tls, ...options });
  const [pipeline, storage] = [await startPipeline(tls), await startStorage(tls)];
  const hosts = {
    [names.portal]: portOf(portal.https_url),
    [names.pipeline]: portOf(pipeline.url),
    [names.storage]: portOf(storage.url),
  };
  const runner = await startRunner({ hosts, ca: tls.cert, exported: true });
  return {
    ...{ portal, pipeline, storage, called: runner.called },
    async connect({ auth_fields = account, folder = "dist", ...now } = {}) {
      const script = readFileSync(`${folder}/zap.js`, "utf8");
      const metadata: Metadata = JSON.parse(readFileSync(`${folder}/metadata.json`, "utf8"));
      return runner.connect({ script, metadata, auth_fields: { ...auth_fields }, ...now });
    },
    async close() {
      for (const part of [runner, storage, pipeline, portal]) await part.close();
    },
  };
}

async function certificateOf(hosts: readonly string[]): Promise<{ cert: string; key: string }> {
  const altNames = hosts.map((value) => ({ type: 2 as const, value }));
  const { cert, private: key } = await generate([{ name: "commonName", value: account.domain }], {
    extensions: [{ name: "subjectAltName", altNames }],
  });
  return { cert, key };
}

function portOf(url: string | undefined): number {
  return Number(new URL(String(url)).port);
}
