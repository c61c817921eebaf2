import type { Manager } from "@/lib/access/viewer";
import { saveSettings, versionOf } from "@/lib/settings/save-settings";
import type { SectionName } from "@/lib/settings/sections/sections";
import { SECTIONS } from "@/lib/settings/sections/sections";
import { openSettings } from "@/lib/settings/supplier-settings";
import { provenSession } from "@/tests/support/proven-session";
import { asOwner, makeStaff, type TestSupplier } from "@/tests/support/world";

/** A manager of the supplier with a proven session. */
export async function provenManager(supplier: TestSupplier): Promise<{ id: string; viewer: Manager }> {
  const viewer = (await makeStaff("manager", supplier)).viewer as Manager;
  return { id: await provenSession(viewer), viewer };
}

/** Saves a form as its page sends it: the stored values with these changes. */
export async function saveForm(
  session: { id: string; viewer: Manager },
  name: SectionName,
  change: Record<string, string>,
) {
  const settings = await openSettings(session.viewer);
  return saveSettings(
    session,
    name,
    { ...SECTIONS[name].show(settings), ...change },
    versionOf(name, settings),
  );
}

/** The row of the supplier, as the database stores it. */
export const rowOf = async ({ id }: { id: string }) => {
  const [row] = await asOwner((sql) => sql`select * from suppliers where id = ${id}`);
  return row ?? {};
};
