import { startDemoPortal } from "./demo-portal";

/** Starts the portal that the browser tests use as `baseURL`. */
export default async function startTestedPortal(): Promise<() => Promise<void>> {
  const { app, stop } = await startDemoPortal();
  process.env.E2E_URL = app.url;
  return stop;
}
