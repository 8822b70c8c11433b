interface Added {
  auth_fields: { key: string };
  zap: { id: number };
}

export function get_photo({ id }: { id: number } & Added) {
  return { id };
}

/** One that puts off more, and so is typed by what it is itself a part of. */
export function get_owner(bundle: { owner: { name: string }; deep?: boolean } & Added) {
  return { name: bundle.owner.name, photo: z.dehydrate("get_photo", { id: 1 }) };
}

export function get_anything(bundle: { [key: string]: unknown }) {
  return bundle;
}

export function get_later(bundle: { id: number }, callback: (error: Error | null, result?: object) => void) {
  callback(null, bundle);
}

export const limit = 5;
