import { seedDemo } from "./demo/seed-demo";
import { begin, done, progress, title } from "./terminal/steps.mjs";

title("Loading the demo data");
begin("Demo data");
const summary = await seedDemo({ onProgress: (at, total, label) => progress(label, at / total) });
done(`${summary.users.length} users; passwords are in demo.json`);
