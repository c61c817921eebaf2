import { and, asc, eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { AccountReader } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";

export interface AdministratorContact {
  id: string;
  name: string;
  identifier: string;
  email: string | null;
}

/** The account's active administrators by name; members ask them for access or a new password (R23). */
export function listAdministrators(viewer: AccountReader): Promise<AdministratorContact[]> {
  return withViewer(viewer, (tx) =>
    tx
      .select({ id: users.id, name: users.name, identifier: users.identifier, email: users.email })
      .from(users)
      .where(
        and(
          eq(users.accountId, viewer.accountId),
          eq(users.role, "administrator"),
          eq(users.status, "active"),
        ),
      )
      .orderBy(asc(users.name), asc(users.identifier)),
  );
}
