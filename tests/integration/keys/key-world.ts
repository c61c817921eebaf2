import type { Manager } from "@/lib/access/viewer";
import { makeStaff, type TestSupplier } from "@/tests/support/world";

/** Adds a manager of the supplier. */
export async function managerOf(supplier: TestSupplier): Promise<Manager> {
  const { viewer } = await makeStaff("manager", supplier);
  if (viewer.kind !== "manager") throw new Error("This is not a manager.");
  return { ...viewer, kind: "manager" };
}
