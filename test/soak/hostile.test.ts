import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { type RunReport, type Simulator, simulate } from "zapc/simulator";
import { simulateZap } from "../simulator/integration.ts";
import { type HostileAnswer, hostileAnswers, serve } from "./hostile-answers.ts";
import { hostileLoads, hostileScripts } from "./hostile-scripts.ts";

/** Milliseconds that a call may take, and by how many it may be late. */
const [time_limit, patience] = [1000, 1000];
/** Bytes by which this process may grow. */
const growthLimit = 50_000_000;

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** The memory of this process without what nobody needs any more. */
function memory(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Polls, and checks that it ends in time and that this process stays small; then that the next call is as it should be. */
async function survives(sim: Simulator, mend: () => void): Promise<RunReport> {
  const before = memory();
  const start = performance.now();
  const run = await sim.poll("thing", { meta: { frontend: true } });
  expect(performance.now() - start).toBeLessThan(time_limit + patience);
  const { error, outcome } = run;
  expect(memory() - before).toBeLessThan(growthLimit);
  expect(error === undefined || (error.name !== "" && error.message !== "")).toBe(true);
  expect(error?.stack ?? "").not.toMatch(/node:internal|simulator/);
  mend();
  expect(await sim.poll("thing")).toMatchObject({ outcome: "succeeded", items: [{ id: 1 }] });
  expect({}).not.toHaveProperty("polluted");
  expect(outcome).toBeDefined();
  return run;
}

const good: HostileAnswer = (socket) =>
  socket.end('HTTP/1.1 200 OK\r\nContent-Length: 10\r\nConnection: close\r\n\r\n[{"id":1}]');

const first = process.memoryUsage.rss();
afterAll(() => {
  collect();
  console.log(`This process has grown by ${Math.round((process.memoryUsage.rss() - first) / 1e6)} MB.`);
});

const askers = {
  "the platform": "",
  "z.request":
    "thing_poll: function (bundle) { return z.JSON.parse(z.request({ url: bundle.request.url, gzip: true }).content); }",
  "z.request with a callback":
    "thing_poll: function (bundle, callback) { z.request({ url: bundle.request.url, encoding: null }, function (error, response) { callback(error, error || z.JSON.parse(require('buffer').Buffer.from(response.content).toString())); }); }",
};

describe.each(Object.entries(askers))("%s survives", (_, script) => {
  test.each(Object.entries(hostileAnswers))("%s", async (__, hostile) => {
    let answer = hostile;
    const { port, close } = await serve((socket) => answer(socket));
    onTestFinished(close);
    const sim = await simulateZap(script, {
      time_limit,
      url_base: `http://127.0.0.1:${port}`,
      trigger: { url: "http://api.example.com/things" },
    });
    await survives(sim, () => {
      answer = good;
    });
  });
});

test("all survive a handshake that never ends", async () => {
  let answer: HostileAnswer = () => {};
  const { port, close } = await serve((socket) => answer(socket));
  onTestFinished(close);
  const sim = await simulateZap("", { time_limit, url_base: `https://127.0.0.1:${port}` });
  const start = performance.now();
  expect((await sim.poll("thing")).error?.name).toBe("RequestError");
  expect(performance.now() - start).toBeLessThan(time_limit + patience);
  answer = good;
});

/** Handlers of a test that mean no good. */
const handlers: { readonly [name: string]: (request: Request) => Response | Promise<Response> } = {
  "never answers": () => new Promise(() => {}),
  throws: () => {
    throw new Error("x");
  },
  "throws what is no error": () => {
    throw null;
  },
  "answers with a stream without an end": () =>
    new Response(new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(1_000_000)) })),
  "answers with a stream of single bytes without an end": () =>
    new Response(new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(1)) })),
  "answers with a stream that stands still": () => new Response(new ReadableStream()),
  "answers with a stream that fails": () =>
    new Response(new ReadableStream({ pull: (stream) => stream.error(new Error("x")) })),
  "answers with 10 MB": () => new Response(new Uint8Array(10_000_000)),
  "answers with large headers": () => new Response("[]", { headers: { a: "x".repeat(1_000_000) } }),
  "answers with a redirect to itself": ({ url }) =>
    new Response(null, { status: 302, headers: { location: url } }),
};

test.each(Object.entries(handlers))("a handler that %s", async (_, hostile) => {
  let http = hostile;
  const sim = await simulateZap("", { time_limit, http: (request) => http(request) });
  await survives(sim, () => {
    http = () => Response.json([{ id: 1 }]);
  });
});

describe("a script with", () => {
  test.each(Object.entries(hostileScripts))("%s", async (_, script) => {
    const [method, ...body] = script.split(": ");
    const hostile = body.join(": ");
    const parameters = /^function \((.*?)\)/.exec(hostile)?.[1] ?? "";
    const calm = parameters.includes("callback")
      ? "return callback(null, [{ id: 1 }])"
      : "return [{ id: 1 }]";
    const isPre = method === "thing_pre_poll";
    const guard = isPre ? "return bundle.request" : calm;
    const guarded = /^function \(/.test(hostile)
      ? hostile.replace(/^function \((.*?)\) \{/, (_all, given) => {
          const bundle = given === "" ? "bundle" : given;
          return `function (${bundle}) { if (!bundle.meta.frontend) { ${guard}; }`;
        })
      : hostile;
    const sim = await simulateZap(`${method}: ${guarded}`, {
      time_limit,
      http: ({ url }) =>
        url.includes("endless")
          ? new Response(new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(1_000_000)) }))
          : Response.json([{ id: 1 }]),
    });
    await survives(sim, () => {});
  });
});

describe("a script that does no good while it loads:", () => {
  test.each(Object.entries(hostileLoads))("%s", async (_, text) => {
    const started = performance.now();
    const sim = await simulateZap("thing_poll: function () { return [{ id: 1 }]; }");
    const usual = performance.now() - started;
    const before = memory();
    const start = performance.now();
    const loading = simulate({ script: `var Zap = {};\n${text}\n`, time_limit });
    await expect(loading).rejects.toThrow(/^Failed to load the script: /);
    expect(performance.now() - start).toBeLessThan(usual + time_limit + patience);
    expect(memory() - before).toBeLessThan(growthLimit);
    expect(await sim.poll("thing")).toMatchObject({ outcome: "succeeded", items: [{ id: 1 }] });
  });
});
