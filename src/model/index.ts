/**
 * The types that an integration's sources import: `import type { PrePoll } from "zapc"`.
 * Nothing of this module exists at run time.
 */
export type {
  GetConnectionLabel,
  GetSessionInfo,
  Json,
  Meta,
  Param,
  Poll,
  PostPoll,
  PrePoll,
  PreparedRequest,
  Response,
  ZapInfo,
} from "./bundles.ts";
export type { App, Field, FieldValues, Trigger } from "./fields.ts";
export type { ConnectionLabel, RequestResult, Results, SessionInfo } from "./results.ts";

/**
 * What types `bundle.auth_fields`. `app.ts` fills it in once:
 * `declare module "zapc" { interface Register { app: typeof app; session: ReturnType<typeof get_session_info> } }`
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled in by the integration's app.ts
export interface Register {}
