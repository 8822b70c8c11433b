import type { Redirect } from "zapc/simulator";
import type { Auth } from "../../../src/model/definitions.ts";
import { platformRedirect } from "../../../src/simulator/authentication/oauth.ts";

/** Runs a function of the app's definition. Throws what it throws. */
export type Execute = (method: string, more?: object) => Promise<unknown>;

interface Fields {
  readonly [key: string]: unknown;
}

const session = "authentication.sessionConfig";
const oauth1 = "authentication.oauth1Config";
const oauth2 = "authentication.oauth2Config";

/** The platform's part of connecting an account, around core and the runner, by the app's type of authentication. */
export class RunnerAccount {
  readonly #auth: Auth;
  readonly #typed: Fields;
  #granting: Fields = { redirect_uri: platformRedirect };
  #renewed: Fields = {};
  #isGranting = false;
  #connected = false;

  constructor(auth: Auth, typed: Fields) {
    this.#auth = auth;
    this.#typed = typed;
  }

  /** `bundle.authData` */
  get fields(): Fields {
    return { ...this.#typed, ...this.#renewed };
  }

  /** The needs of a first call. */
  async connectOnce(execute: Execute): Promise<void> {
    if (this.#connected || this.#auth.type !== "session") return;
    await this.#renew(execute);
    this.#connected = true;
  }

  /** Renews what has expired, and repeats the call once, as the platform around the runner does. */
  repeating(execute: Execute, whenRenewed: () => void): Execute {
    return async (method, more) => {
      try {
        return await execute(method, more);
      } catch (error) {
        if ((error as Error).name !== "RefreshAuthError" || !this.#canRenew) throw error;
        await this.#renew(execute);
        whenRenewed();
        return execute(method, more);
      }
    };
  }

  get #canRenew(): boolean {
    const { type } = this.#auth;
    return type === "session" || (type === "oauth2_refresh" && !this.#isGranting);
  }

  async #renew(execute: Execute): Promise<void> {
    const { redirect_uri } = this.#granting;
    const renewed =
      this.#auth.type === "session"
        ? execute(`${session}.perform`)
        : execute(`${oauth2}.refreshAccessToken`, { inputData: { redirect_uri } });
    Object.assign(this.#renewed, await renewed);
  }

  /** The address at which the user grants access. */
  async authorizeUrl(start: Fields, execute: Execute): Promise<string> {
    this.#isGranting = true;
    const given = { ...this.#typed, ...start };
    const token = this.#isOAuth1 && (await execute(`${oauth1}.getRequestToken`, { inputData: given }));
    this.#granting = { ...given, ...(token as object) };
    return (await execute(`${this.#config}.authorizeUrl`, { inputData: this.#granting })) as string;
  }

  /** Stores what the API gives for what it has appended to the address that the browser comes back to. */
  async exchange(redirect: Redirect, execute: Execute): Promise<void> {
    const inputData = { ...this.#granting, ...redirect };
    const answer = (await execute(`${this.#config}.getAccessToken`, { inputData })) as Fields;
    const { extra_fields = [] } = this.#auth as { extra_fields?: readonly string[] };
    const tokens = this.#isOAuth1 ? ["oauth_token", "oauth_token_secret"] : ["access_token", "refresh_token"];
    for (const key of [...tokens, ...extra_fields]) {
      if (key in answer) this.#renewed = { ...this.#renewed, [key]: answer[key] };
    }
    this.#isGranting = false;
  }

  get #isOAuth1(): boolean {
    return this.#auth.type === "oauth1";
  }

  get #config(): string {
    return this.#isOAuth1 ? oauth1 : oauth2;
  }
}
