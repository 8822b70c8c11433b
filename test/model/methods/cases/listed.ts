/*
 * The list at the end of a file, which shows in the editor what the platform could not call. An error stands at the method
 * that it is about.
 */
import type {
  Action,
  ActionMethods,
  AuthMethods,
  Callback,
  GetSessionInfo,
  HookMethods,
  Hydrate,
  HydratorMethods,
  Poll,
  PostPoll,
  PostSubscribe,
  PostWrite,
  PrePoll,
  PreUnsubscribe,
  Results,
  Search,
  SearchMethods,
  Trigger,
  TriggerMethods,
} from "zapc";

declare const trigger: Trigger & { fields: readonly [{ key: "queue"; label: "Queue"; type: "unicode" }] };
declare const action: Action & { fields: readonly [] };
declare const search: Search & { fields: readonly [] };

/** Methods that say nothing of their results, as function declarations. */
function pre_poll({ request, trigger_fields }: PrePoll<typeof trigger>) {
  return { ...request, params: { queue: trigger_fields.queue } };
}
function post_poll({ response }: PostPoll<typeof trigger>) {
  return z.JSON.parse<{ id: number }[]>(response.content);
}
function poll(_: Poll<typeof trigger>, callback: Callback<Results>) {
  callback(null, [{ id: 1 }]);
}
({ pre_poll, post_poll }) satisfies TriggerMethods<typeof trigger>;
({ poll }) satisfies TriggerMethods<typeof trigger>;

/** Written into the list, a method has the type of its bundle from there. */
({
  pre_poll: ({ request, trigger_fields }) => ({ url: `${request.url}?queue=${trigger_fields.queue ?? ""}` }),
}) satisfies TriggerMethods<typeof trigger>;

const withoutId = ({ response }: PostPoll<typeof trigger>) => [{ title: response.content }];
const asynchronous = async (_: PostPoll<typeof trigger>) => [{ id: 1 }];
const ofAnother = ({ action_fields }: PostWrite<typeof action>) => [{ id: 1, ...action_fields }];
const withCallback = (_: PrePoll<typeof trigger>, callback: Callback<Results>) => callback(null, []);
({
  // @ts-expect-error: an item without an id
  post_poll: withoutId,
}) satisfies TriggerMethods<typeof trigger>;
({
  // @ts-expect-error: a promise
  post_poll: asynchronous,
}) satisfies TriggerMethods<typeof trigger>;
({
  // @ts-expect-error: the bundle of another method
  post_poll: ofAnother,
}) satisfies TriggerMethods<typeof trigger>;
({
  // @ts-expect-error: no pre_ method may take a callback
  pre_poll: withCallback,
}) satisfies TriggerMethods<typeof trigger>;
({
  // @ts-expect-error: no method of that name
  post_pol: post_poll,
}) satisfies TriggerMethods<typeof trigger>;
({
  pre_poll,
  // @ts-expect-error: a method of an action
  post_write: post_poll,
}) satisfies TriggerMethods<typeof trigger>;

const post_write = ({ response }: PostWrite<typeof action>) => ({ content: response.content });
({ post_write }) satisfies ActionMethods<typeof action>;
({
  // @ts-expect-error: no result
  post_write: (_: PostWrite<typeof action>) => {},
}) satisfies ActionMethods<typeof action>;

({ full_search: () => [{ id: 1 }] }) satisfies SearchMethods<typeof search>;
({
  // @ts-expect-error: its file exports it under another name
  search: () => [{ id: 1 }],
}) satisfies SearchMethods<typeof search>;

const post_subscribe = ({ response }: PostSubscribe) => ({ id: response.content });
const pre_unsubscribe = ({ subscribe_data }: PreUnsubscribe<typeof post_subscribe>) => ({
  url: `https://example.com/${subscribe_data.id}`,
});
({ post_subscribe, pre_unsubscribe }) satisfies HookMethods<typeof post_subscribe>;
({
  post_subscribe: ({ response }) => response.status_code,
  // @ts-expect-error: its result is no object
  pre_unsubscribe: () => 1,
}) satisfies HookMethods;

({ get_session_info: (_: GetSessionInfo) => ({ session: "s" }) }) satisfies AuthMethods;
({
  // @ts-expect-error: a list is no session
  get_session_info: (_: GetSessionInfo) => ["s"],
}) satisfies AuthMethods;

({ get_ticket: (bundle: Hydrate<{ ticket: number }>) => bundle.ticket }) satisfies HydratorMethods;
({
  // @ts-expect-error: no method
  get_ticket: 1,
}) satisfies HydratorMethods;
