import { seedDemo } from "@/scripts/demo/seed-demo";

// Loads the demo data and tells the process that asked (see load-demo.ts). That process gone, so are we.
process.on("disconnect", () => process.exit(1));

const access = await seedDemo({
  onProgress: (done: number, total: number, label: string) =>
    process.send?.({ progress: [done, total, label] }),
});
process.send?.({ access }, () => process.exit(0));
