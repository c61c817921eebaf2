import { installation } from "@/db/schema/installation";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/**
 * Makes the database belong to the deployment at `APP_URL`, as only an operator's command may do: from now on this one
 * sends mails and runs jobs, and the one before no longer does. Returns the address that the database belonged to; null
 * when it belonged to none.
 */
export async function adopt(): Promise<{ appUrl: string; formerUrl: string | null }> {
  const adopted = { appUrl: env().APP_URL, adoptedAt: now() };
  const formerUrl = await withViewer({ kind: "job" }, async (tx) => {
    const [former] = await tx.select({ url: installation.appUrl }).from(installation).for("update");
    await tx
      .insert(installation)
      .values(adopted)
      .onConflictDoUpdate({ target: installation.isOnly, set: adopted });
    return former?.url ?? null;
  });
  log("warn", "adopted", { reason: `by ${adopted.appUrl}, before ${formerUrl ?? "nobody"}` });
  return { appUrl: adopted.appUrl, formerUrl };
}
