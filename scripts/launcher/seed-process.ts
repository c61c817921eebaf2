import { seedDemo } from "@/scripts/demo/seed-demo";

// Loads the demo data and reports to the process that started this one (see load-demo.ts); ends with that process.
process.on("disconnect", () => process.exit(1));

const access = await seedDemo({
  onProgress: (done: number, total: number, label: string) =>
    process.send?.({ progress: [done, total, label] }),
});
process.send?.({ access }, () => process.exit(0));
