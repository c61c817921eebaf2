import { seedDemo } from "./demo/seed-demo";
import { writeDemoFile } from "./launcher/demo-file";
import { dataFolder } from "./launcher/embedded-settings";
import { begin, done, progress, title } from "./launcher/steps.mjs";

title("Loading the demo data");
begin("Demo data");
const access = await seedDemo({ onProgress: (at, total, label) => progress(label, at / total) });
if (access.users.length === 0) {
  done("nothing to do: there are suppliers already");
} else {
  writeDemoFile(dataFolder(), access, process.env.APP_URL ?? "http://localhost:3000");
  done(`${access.users.length} people to sign in as; passwords in demo.json`);
}
