import { seedDemo } from "@/scripts/demo/seed-demo";

// Loads the demo data and reports to its parent process (see load-demo.ts). Ends when the parent ends.
process.on("disconnect", () => process.exit(1));

const access = await seedDemo({
  onProgress: (done: number, total: number, label: string) =>
    process.send?.({ progress: [done, total, label] }),
});
process.send?.({ access }, () => process.exit(0));
