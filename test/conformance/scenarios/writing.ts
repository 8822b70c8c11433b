import type { Reply, Respond } from "../recording-server.ts";

/** The server's answer to any request. */
export function answer(reply: Reply): Respond {
  return () => reply;
}

/** Refuses the first request, then answers. */
export function refuseOnce(_: unknown, before: number): Reply {
  return before === 0 ? { status: 401 } : { body: '[{"id":1}]' };
}

/** Leads to /target. */
export function redirectToTarget({ path }: { readonly path: string }): Reply {
  return path === "/target" ? { body: '[{"id":1}]' } : { status: 302, headers: { location: "/target" } };
}

export function prePoll(body: string): string {
  return `thing_pre_poll: function (bundle) { ${body} }`;
}

export function postPoll(body: string): string {
  return `thing_post_poll: function (bundle) { ${body} }`;
}

/** A `thing_poll` whose one request has these options besides the address, and whose one item shows the answer. */
export function asks(options: string): string {
  return `thing_poll: function (bundle) {
    var options = _.extend({ url: bundle.request.url }, ${options});
    return [{ id: 1, answer: z.request(options) }];
  }`;
}

/** A `thing_poll` whose one item shows the bundle. */
export const showsBundle = "thing_poll: function (bundle) { return [{ id: 1, bundle: bundle }]; }";

export function preWrite(body: string): string {
  return `make_pre_write: function (bundle) { ${body} }`;
}

export function postWrite(body: string): string {
  return `make_post_write: function (bundle) { ${body} }`;
}
