import { buildPortal, isBuilt } from "./launcher/portal-build";
import { begin, done, fail, progress } from "./launcher/steps.mjs";

/** `npm run build`: makes the build that `npm start` would make, so that the start is faster. */
begin("Build");
if (isBuilt()) {
  done("already up to date");
} else {
  const { ok, output } = await buildPortal((line) => progress(line));
  if (ok) done("next build");
  else fail();
  if (!ok) console.error(`\n${output.trim()}\n`);
  process.exitCode = ok ? 0 : 1;
}
