import { type DemoFile, readDemoFile } from "@/scripts/launcher/demo-file";

/** The contents of `demo.json` of the portal under test. */
export function demo(): DemoFile {
  const file = readDemoFile(process.env.DATA_DIR ?? "");
  if (!file) throw new Error("The demo data is not loaded.");
  return file;
}

/** The first demo user of a role at a supplier (its slug; null for the operator). */
export function demoUser(
  role: DemoFile["users"][number]["role"],
  supplier: string | null,
): DemoFile["users"][number] {
  const user = demo().users.find((one) => one.role === role && (one.supplier ?? null) === supplier);
  if (!user) throw new Error(`The demo has no ${role} at ${supplier}.`);
  return user;
}

/** The demo user with this identifier. */
export function demoPerson(identifier: string): DemoFile["users"][number] {
  const user = demo().users.find((one) => one.identifier === identifier);
  if (!user) throw new Error(`The demo has no ${identifier}.`);
  return user;
}
