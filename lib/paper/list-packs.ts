import { desc, eq } from "drizzle-orm";
import { paperPacks } from "@/db/schema/paper-packs";
import { users } from "@/db/schema/users";
import { userName } from "@/lib/access/user-name";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";

const NEWEST = 30;

/** A pack of invoices that a member of staff took to print and post. */
export interface PaperPack {
  id: string;
  takenAt: Date;
  takenBy: string;
  firstIssuedOn: string;
  lastIssuedOn: string;
  invoices: number;
}

/** The last packs of the viewer's supplier, newest first. */
export function listPaperPacks(viewer: StaffUser): Promise<PaperPack[]> {
  return withViewer(viewer, (tx) =>
    tx
      .select({
        id: paperPacks.id,
        takenAt: paperPacks.takenAt,
        takenBy: userName(users),
        firstIssuedOn: paperPacks.firstIssuedOn,
        lastIssuedOn: paperPacks.lastIssuedOn,
        invoices: paperPacks.invoiceCount,
      })
      .from(paperPacks)
      .leftJoin(users, eq(users.id, paperPacks.takenBy))
      .where(eq(paperPacks.supplierId, viewer.supplierId))
      .orderBy(desc(paperPacks.takenAt), desc(paperPacks.id))
      .limit(NEWEST),
  );
}
