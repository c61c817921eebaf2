import { startDemoPortal } from "./demo-portal";

/** The portal that the browser tests find at `baseURL`. */
export default async function startTestedPortal(): Promise<() => Promise<void>> {
  const { app, stop } = await startDemoPortal();
  process.env.E2E_URL = app.url;
  return stop;
}
