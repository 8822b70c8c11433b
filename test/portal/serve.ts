// `npm run portal`: a portal to try things on, until Ctrl+C.
import { startPortal } from "./index.ts";

const api_key = "secret-key";
const port = process.env.PORT ?? "8080";

try {
  const { url } = await startPortal({ api_key, port: Number(port), now: () => new Date() });
  console.log(`A portal with the data of an invented city: ${url}/api/explore/v2.1/catalog/datasets`);
  console.log(`Its API key is ${api_key}; --url-base ${url} sends it what a simulated zap.js asks.`);
} catch (error) {
  console.error(
    `Failed to start the portal on port ${port}: ${(error as Error).message.replace(/\.+$/, "")}.`,
  );
  console.error("  → Name another one: PORT=8081 npm run portal");
  process.exitCode = 1;
}
