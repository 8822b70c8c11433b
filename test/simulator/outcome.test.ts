import { expect, test } from "vitest";
import { simulateZap } from "./integration.ts";

const consequences = [
  ["new StopRequestException('nothing to ask')", "stopped"],
  ["new HaltedException('not this one')", "halted"],
  ["new ErrorException('no such table')", "error"],
  ["new Error('a mistake')", "error"],
  ["new ExpiredAuthException('connect again')", "turned_off"],
] as const;

test.each(consequences)("a pre_poll that throws %s: %s", async (exception, outcome) => {
  const sim = await simulateZap(`thing_pre_poll: function () { throw ${exception}; }`);
  expect(await sim.poll("thing")).toMatchObject({ outcome, items: [], requests: [] });
});

test("a run that renewed the session is told apart", async () => {
  const sim = await simulateZap(
    `get_session_info: function (bundle) { return { token: (bundle.auth_fields.token || 0) + 1 }; },
     thing_post_poll: function (bundle) {
       if (bundle.auth_fields.token === 1) { throw new InvalidSessionException(); }
       return [{ id: bundle.auth_fields.token }];
     }`,
  );
  expect(await sim.poll("thing")).toMatchObject({ outcome: "refreshed", items: [{ id: 2 }] });
  expect((await sim.poll("thing")).outcome).toBe("succeeded");
});
