import { request } from "./client.ts";

/** Saves a text or a hydrated file as the browser saves downloads. The page shows none of it. */
export async function download(id: string, name: string): Promise<void> {
  const response = await request("GET /api/download", { id });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = nameIn(response.headers.get("content-disposition")) ?? name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** `attachment; filename="fire.txt"` -> `fire.txt` */
function nameIn(disposition: string | null): string | undefined {
  return /filename="([^"\\]+)"/.exec(disposition ?? "")?.[1];
}
