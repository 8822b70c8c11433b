import { afterAll, beforeAll, beforeEach } from "vitest";
import { type Simulator, simulate } from "zapc/simulator";
import { cityDatasets, type Portal, startPortal } from "../portal/index.ts";

/** The account with which the tests of the integration connect: its domain stands for the portal on loopback. */
export const account = { domain: "data.example.com", api_key: "secret-key" };

/** A portal for the tests of a file, and dist/zap.js connected to it. Each test begins with the portal as it was. */
export function withPortal(): { portal: Portal; connect: (auth_fields?: object) => Promise<Simulator> } {
  const open: Simulator[] = [];
  const held = {
    portal: undefined as unknown as Portal,
    async connect(auth_fields: object = account) {
      const simulator = await simulate({
        script: "dist/zap.js",
        metadata: "dist/metadata.json",
        auth_fields: { ...auth_fields },
        url_base: held.portal.url,
      });
      open.push(simulator);
      return simulator;
    },
  };
  beforeAll(async () => {
    held.portal = await startPortal({ api_key: account.api_key });
  });
  beforeEach(() => {
    held.portal.mend();
    held.portal.requests.length = 0;
    held.portal.datasets.splice(0, Number.POSITIVE_INFINITY, ...cityDatasets());
  });
  afterAll(async () => {
    for (const simulator of open) await simulator.close();
    await held.portal.close();
  });
  return held;
}
