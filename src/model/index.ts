/**
 * The types that an integration's sources import: `import type { PrePoll } from "zapc"`.
 * Nothing of this module exists at run time.
 */
export type * from "./authoring.ts";
export type {
  ConnectionLabel,
  CustomField,
  CustomFields,
  HookResults,
  Item,
  OAuthRequestResult,
  RequestResult,
  Resource,
  Result,
  Results,
  SearchResults,
  SessionInfo,
  SubscribeData,
  TokenResult,
  WriteRequestResult,
  WriteResult,
} from "./bundles/results.ts";
export type { Json, Meta, Param, Response, ZapInfo } from "./bundles/shared.ts";
export type {
  ActionMethods,
  AuthMethods,
  Callback,
  HookMethods,
  HydratorMethods,
  SearchMethods,
  TriggerMethods,
} from "./contracts.ts";
export type { Action, App, Field, FieldValues, Search, Trigger } from "./fields.ts";

/**
 * The types of `bundle.auth_fields` and `z.dehydrate`. The integration fills it in once, in app.ts:
 *
 *     declare module "zapc" {
 *       interface Register {
 *         app: typeof app;
 *         session: ReturnType<typeof get_session_info>;
 *         hydrators: typeof import("./hydrators.ts");
 *       }
 *     }
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled in by the integration's app.ts
export interface Register {}
