import { onTestFinished } from "vitest";
import type { Simulator } from "zapc/simulator";
import type { Auth, Field } from "../../../src/model/definitions.ts";
import { type Arrived, type Respond, startRecordingServer } from "../../conformance/recording-server.ts";
import { type Setting, simulateZap } from "../integration.ts";

/** The address of the tests' requests. They all arrive at a server on this machine. */
export const origin = "https://api.example.com";

export const userName: Field = { key: "user", label: "User", type: "unicode", required: true };
export const secret: Field = { key: "secret", label: "Secret", type: "password", required: true };

interface ApiSetting extends Omit<Setting, "auth"> {
  /** The methods. */
  readonly zap?: string;
}

/** An integration whose API is a server on this machine, and what has arrived there. */
export async function simulateApi(
  auth: Auth,
  respond: Respond,
  { zap = "", ...setting }: ApiSetting = {},
): Promise<{ sim: Simulator; arrived: readonly Arrived[] }> {
  const server = await startRecordingServer(respond);
  onTestFinished(() => server.close());
  const sim = await simulateZap(zap, {
    auth_fields: {},
    ...setting,
    app: { auth, ...setting.app },
    url_base: server.origin,
  });
  return { sim, arrived: server.arrived };
}
