import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import type { simulate } from "zapc/simulator";
import { simulator } from "zapc/vitest";

const script = `
var Zap = {
  new_ticket_post_poll: function (bundle) {
    console.log("polled " + bundle.response.status_code);
    return z.JSON.parse(bundle.response.content);
  },
  create_ticket_write: function (bundle) {
    var response = z.request({
      method: "POST",
      url: "https://api.example.com/tickets?notify=1",
      headers: { "X-Team": "acme", "Content-Type": "application/json" },
      data: JSON.stringify(bundle.action_fields)
    });
    if (response.status_code !== 201) throw new HaltedException("The queue is closed.");
    return z.JSON.parse(response.content);
  }
};`;

const metadata = {
  format: 1,
  app: { title: "Helpdesk", version: "1.0.0", description: "Helpdesk is a service.", auth: { type: "none" } },
  methods: [],
  hydrators: [],
  triggers: [],
  actions: [],
  searches: [],
};

const tickets = [
  { id: 7, title: "Printer on fire" },
  { id: 6, title: "No toner" },
];

/** A simulator of the script. */
function started(answer: (request: Request) => Response = () => Response.json(tickets)) {
  const action = {
    key: "create_ticket",
    label: "Create Ticket",
    noun: "Ticket",
    help_text: "Creates a ticket.",
    url: "https://api.example.com/tickets",
    fields: [{ key: "title", label: "Title", type: "unicode" }],
    methods: ["write"],
  };
  const trigger = {
    key: "new_ticket",
    label: "New Ticket",
    noun: "Ticket",
    help_text: "Triggers when a ticket is opened.",
    type: "polling",
    url: "https://api.example.com/tickets",
    fields: [],
    sample: { id: 1 },
    methods: ["post_poll"],
  };
  return simulator({
    script,
    metadata: { ...metadata, triggers: [trigger], actions: [action] },
    http: answer,
  });
}

/** The message of what fails, without its colors. */
async function messageOf(failing: () => unknown): Promise<string> {
  try {
    await failing();
  } catch (error) {
    return stripVTControlCharacters((error as Error).message);
  }
  throw new Error("Nothing has failed.");
}

describe("of a poll", () => {
  test("the matchers hold", async () => {
    const run = await (await started()).poll("new_ticket");
    expect(run).toSucceed();
    expect(run).toTrigger();
    expect(run).toTrigger(tickets);
    expect(run).toTrigger([expect.objectContaining({ id: 7 }), expect.anything()]);
    expect(run).not.toTrigger([{ id: 7 }]);
    expect(run).toHaveRequested("https://api.example.com/tickets");
    expect(run).toHaveRequested("GET https://api.example.com/tickets");
    expect(run).toHaveRequested(/tickets$/);
    expect(run).not.toHaveRequested("POST https://api.example.com/tickets");
    expect(run).toHaveLogged("polled 200");
    expect(run).toHaveLogged(/\d+$/);
    expect(run).not.toHaveProblem();
    expect(run).not.toFailWith();
  });

  test("the wanted items stand beside the seen ones", async () => {
    const run = await (await started()).poll("new_ticket");
    expect(
      await messageOf(() => expect(run).toTrigger([{ id: 7, title: "Printer on ice" }, tickets[1]])),
    ).toBe(`expect(run).toTrigger()

The run did not trigger the wanted items.

- Expected
+ Received

@@ -1,9 +1,9 @@
  [
    {
      "id": 7,
-     "title": "Printer on ice",
+     "title": "Printer on fire",
    },
    {
      "id": 6,
      "title": "No toner",
    },

Requests:
  GET https://api.example.com/tickets → 200`);
  });

  test("a failed run shows its error and its requests", async () => {
    const run = await (await started(() => new Response("down", { status: 503 }))).poll("new_ticket");
    expect(run).not.toSucceed();
    expect(run).not.toTrigger();
    expect(await messageOf(() => expect(run).toTrigger())).toContain(`expect(run).toTrigger()

The run triggered nothing: it did not succeed.

Outcome: error
Error:   `);
    expect(await messageOf(() => expect(run).toTrigger())).toContain(
      "Requests:\n  GET https://api.example.com/tickets → 503",
    );
  });

  test("an item without an id is a problem", async () => {
    const run = await (await started(() => Response.json([{ title: "No id" }]))).poll("new_ticket");
    expect(run).toHaveProblem("no-id");
    expect(await messageOf(() => expect(run).not.toHaveProblem())).toContain(
      "The run has a problem.\n\nSeen:\n  no-id: ",
    );
  });
});

describe("of an action", () => {
  const written = async (answer: (request: Request) => Response) =>
    (await started(answer)).write("create_ticket", { action_fields: { title: "Printer on fire" } });

  test("a request is compared by its parts", async () => {
    const run = await written(() => Response.json({ id: 8 }, { status: 201 }));
    expect(run).toResultIn({ id: 8 });
    expect(run).toHaveRequested({
      method: "POST",
      url: "https://api.example.com/tickets",
      params: { notify: "1" },
      headers: { "x-team": "acme" },
      body: { title: "Printer on fire" },
      by: "script",
    });
    expect(
      await messageOf(() =>
        expect(run).toHaveRequested({
          method: "POST",
          headers: { "X-Team": "globex" },
          body: { title: "No toner" },
        }),
      ),
    ).toBe(`expect(run).toHaveRequested()

The run did not send the wanted request.

Wanted: {"body": {"title": "No toner"}, "headers": {"X-Team": "globex"}, "method": "POST"}

Requests:
  POST https://api.example.com/tickets?notify=1 → 201

POST https://api.example.com/tickets?notify=1 is the nearest. It differs in

header X-Team:
- Expected
+ Received

- globex
+ acme

body:
- Expected
+ Received

  {
-   "title": "No toner",
+   "title": "Printer on fire",
  }`);
  });

  test("the error is compared by its name, its message or a pattern", async () => {
    const run = await written(() => new Response("", { status: 409 }));
    expect(run).toFailWith("HaltedException");
    expect(run).toFailWith("queue is closed");
    expect(run).toFailWith(/^HaltedException: .*closed\.$/);
    expect(
      await messageOf(() => expect(run).toFailWith("ExpiredAuthException")),
    ).toBe(`expect(run).toFailWith()

The run did not fail as wanted.

Wanted: "ExpiredAuthException"
Seen:   "HaltedException: The queue is closed."`);
  });

  test("a matcher for polls is refused, with `not`, too", async () => {
    const run = await written(() => Response.json({ id: 8 }, { status: 201 }));
    const message = "toTrigger is for the run of a poll, a hook or a search: this run has no items.";
    expect(await messageOf(() => expect(run).toTrigger())).toContain(message);
    expect(await messageOf(() => expect(run).not.toTrigger())).toContain(message);
  });
});

test("a forgotten `await` is told", async () => {
  const run = (await started()).poll("new_ticket");
  expect(await messageOf(() => expect(run).toSucceed())).toContain("Write `await` before the call.");
  expect(await messageOf(() => expect(run).not.toSucceed())).toContain("Write `await` before the call.");
  await run;
});

describe("a simulator", () => {
  let ofTest: Awaited<ReturnType<typeof simulate>>;
  test("polls while its test runs", async () => {
    ofTest = await started();
    expect(await ofTest.poll("new_ticket")).toSucceed();
  });
  test("is closed after its test", async () => {
    await expect(ofTest.poll("new_ticket")).rejects.toThrow("closed");
  });
  test("without options runs what `zapc build` has written", async () => {
    const sim = await simulator({ auth_fields: { domain: "data.example", api_key: "k" } });
    expect(sim.metadata.app.title).toBe("Opendatasoft");
  });
});
