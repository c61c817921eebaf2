import { desc, eq } from "drizzle-orm";
import { accountImports } from "@/db/schema/account-imports";
import { users } from "@/db/schema/users";
import { userName } from "@/lib/access/user-name";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { isUnfinished } from "./unfinished-imports";

/** An import in the list of the last ones. */
export interface RecentImport {
  id: string;
  fileName: string;
  state: (typeof accountImports.$inferSelect)["state"];
  lineCount: number;
  createdAt: Date;
  uploadedBy: string;
}

/** The last imports of the viewer's supplier: those that are not finished, then the others, each newest first. */
export function listImports(viewer: StaffUser, limit = 10): Promise<RecentImport[]> {
  return withViewer(viewer, (tx) =>
    tx
      .select({
        id: accountImports.id,
        fileName: accountImports.fileName,
        state: accountImports.state,
        lineCount: accountImports.lineCount,
        createdAt: accountImports.createdAt,
        uploadedBy: userName(users),
      })
      .from(accountImports)
      .leftJoin(users, eq(users.id, accountImports.userId))
      .where(eq(accountImports.supplierId, viewer.supplierId))
      .orderBy(desc(isUnfinished()), desc(accountImports.createdAt), desc(accountImports.id))
      .limit(limit),
  );
}
