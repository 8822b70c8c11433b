import { is } from "./is.ts";

declare module "zapc" {
  interface Register {
    hydrators: typeof import("./hydrators.ts");
  }
}

export const dehydrate = () => {
  is<string>()(z.dehydrate("get_photo", { id: 1 }));
  z.dehydrate("get_owner", { owner: { name: "Ann" }, deep: true });
  z.dehydrate("get_owner", { owner: { name: "Ann" } });
  z.dehydrate("get_anything", { a: 1, b: "x" });
  z.dehydrate("get_later", { id: 1 });

  // @ts-expect-error no such hydrator
  z.dehydrate("get_photos", { id: 1 });
  // @ts-expect-error no function
  z.dehydrate("limit", {});
  // @ts-expect-error of another type
  z.dehydrate("get_photo", { id: "1" });
  // @ts-expect-error missing
  z.dehydrate("get_photo", {});
  // @ts-expect-error unknown
  z.dehydrate("get_photo", { id: 1, size: 2 });
  // @ts-expect-error the platform adds these
  z.dehydrate("get_photo", { id: 1, auth_fields: {} });
  // @ts-expect-error
  z.dehydrate("get_photo");
};

export const dehydrateFile = () => {
  is<string>()(z.dehydrateFile("https://example.com/1"));
  z.dehydrateFile("https://example.com/1", { method: "POST", headers: { "X-Key": "k" } }, { name: "a.pdf", length: 3 });
  z.dehydrateFile("https://example.com/1", null, { name: "a.pdf" });
  // @ts-expect-error
  z.dehydrateFile({ url: "https://example.com/1" });
  // @ts-expect-error
  z.dehydrateFile("https://example.com/1", { form: {} });
  // @ts-expect-error
  z.dehydrateFile("https://example.com/1", undefined, { filename: "a.pdf" });
};
