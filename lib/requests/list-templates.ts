import { and, asc, eq } from "drizzle-orm";
import { answerTemplates } from "@/db/schema/customer-requests";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import type { Locale } from "@/lib/languages";
import { isUuid } from "@/lib/uuid";

/** A ready-made answer of the supplier. */
export interface AnswerTemplate {
  id: string;
  title: string;
  /** The texts by language; a language without a text is missing or "". */
  texts: Partial<Record<Locale, string>>;
}

const fields = { id: answerTemplates.id, title: answerTemplates.title, texts: answerTemplates.texts };

/** The supplier's templates by title. There are at most `MAX_TEMPLATES`. */
export const listTemplates = (tx: Transaction, viewer: StaffUser): Promise<AnswerTemplate[]> =>
  tx
    .select(fields)
    .from(answerTemplates)
    .where(eq(answerTemplates.supplierId, viewer.supplierId))
    .orderBy(asc(answerTemplates.title), asc(answerTemplates.id));

/** Lists the templates in a separate transaction, for a page that shows nothing else. */
export const openTemplates = (viewer: StaffUser): Promise<AnswerTemplate[]> =>
  withViewer(viewer, (tx) => listTemplates(tx, viewer));

/** One template; null when absent or another supplier's. */
export async function findTemplate(viewer: StaffUser, id: string): Promise<AnswerTemplate | null> {
  if (!isUuid(id)) return null;
  const [found] = await withViewer(viewer, (tx) =>
    tx
      .select(fields)
      .from(answerTemplates)
      .where(and(eq(answerTemplates.supplierId, viewer.supplierId), eq(answerTemplates.id, id))),
  );
  return found ?? null;
}
