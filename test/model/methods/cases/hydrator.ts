import type { Hydrate, Json, ZapInfo } from "zapc";
import type { Account } from "./app.ts";
import { is } from "./exactly.ts";

export const positive = {
  hydrator(bundle: Hydrate<{ id: number; tags?: string[] }>): Json {
    is<number>()(bundle.id);
    is<string[] | undefined>()(bundle.tags);
    is<Account>()({ ...bundle.auth_fields });
    is<ZapInfo>()(bundle.zap);
    is<string>()(z.dehydrate("get_owner", { id: bundle.id }));
    z.dehydrate("get_owner", { id: bundle.id, deep: true });
    z.dehydrate("get_anything", { whatever: 1 });
    return { id: bundle.id };
  },
};

export const withCallback = {
  hydrator(): void {
    is<string>()(z.dehydrate("get_later", { id: 1 }));
  },
};

export const negative = {
  hydrator(bundle: Hydrate<{ id: number }>) {
    // @ts-expect-error not given
    bundle.name;
    // @ts-expect-error a hydrator asks by itself
    bundle.response;
    // @ts-expect-error polling only
    bundle.meta;
    // @ts-expect-error no such hydrator
    z.dehydrate("get_owners", { id: 1 });
    // @ts-expect-error it wants a number
    z.dehydrate("get_owner", { id: "1" });
    // @ts-expect-error it wants an id
    z.dehydrate("get_owner", {});
    // @ts-expect-error the platform adds the account
    z.dehydrate("get_owner", { id: 1, auth_fields: bundle.auth_fields });
  },
};
