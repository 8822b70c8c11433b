import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { Action, Metadata } from "../../../src/model/definitions.ts";
import { metadataWith } from "../../simulator/integration.ts";

/** A request that has reached the API. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

type Answers = (
  seen: Seen,
) => { readonly status?: number; readonly body: unknown } | Promise<{ readonly body: unknown }>;

/** An API on loopback until the test ends. */
export async function startApi(answers: Answers) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { method = "", url = "", headers } = request;
    seen.push({ method, url, headers, body });
    const answer = await answers({ method, url, headers, body });
    response.writeHead("status" in answer ? (answer.status ?? 200) : 200, {
      "Content-Type": "application/json",
    });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, seen, live: ["--allow-live", "--url-base", origin] };
}

const action: Action = {
  ...{
    key: "make",
    label: "Make Thing",
    noun: "Thing",
    help_text: "Makes a thing.",
    url: "https://api.example.com/things",
  },
  fields: [
    { key: "name", label: "Name", type: "unicode", required: true },
    { key: "kind", label: "Kind", type: "unicode", prefill: "kind.id.name" },
  ],
  ...{ sample: { id: 1 }, methods: [] },
};

/** An integration with a trigger, a hook, a trigger with pages that fills a dropdown, and an action. */
export function things(): Metadata {
  const metadata = metadataWith({ methods: ["pre_poll", "post_poll"] });
  const [thing] = metadata.triggers;
  if (!thing) throw new Error("The integration has no trigger.");
  const kind = {
    ...thing,
    key: "kind",
    label: "Kinds",
    url: "https://api.example.com/kinds",
    paging: true,
    methods: [],
  };
  const hooked = {
    ...{
      key: "hooked",
      label: "Hooked",
      noun: "Thing",
      help_text: "Triggers when the API sends a hook.",
      type: "rest_hook" as const,
    },
    ...{ event: "made", fields: [], sample: { id: 1 }, methods: [] },
  };
  return {
    ...metadata,
    app: {
      ...metadata.app,
      subscribe_url: "https://api.example.com/hooks",
      unsubscribe_url: "https://api.example.com/hooks",
    },
    triggers: [...metadata.triggers, kind, hooked],
    actions: [action],
  };
}

/** The methods of its script. */
export const methods = `
  get_session_info: function (bundle) { return { token: "token-" + bundle.auth_fields.api_key }; },
  thing_pre_poll: function (bundle) {
    bundle.request.headers["X-From"] = "studio";
    return bundle.request;
  },
  thing_post_poll: function (bundle) {
    console.log("found " + bundle.response.content.length);
    return z.JSON.parse(bundle.response.content);
  },`;
