import { and, count, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { answerTemplates } from "@/db/schema/customer-requests";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { type Locale, LOCALES } from "@/lib/languages";
import { takeChange } from "@/lib/limits/throttle";
import { cleanText } from "@/lib/mails/writing/clean-props";
import { isUuid } from "@/lib/uuid";
import { unknownPlaceholders } from "./fill-template";
import { lockSupplierLists } from "./lock-supplier-lists";
import { readMessage } from "./read-message";
import { MAX_TEMPLATES, TITLE_LENGTH } from "./request-limits";

export type TemplateFault =
  | "not_found"
  | "title_missing"
  | "title_too_long"
  | "title_taken"
  | "text_missing"
  | "too_long"
  | "unknown_placeholder"
  | "too_many"
  | "too_often";

/**
 * Saves a new template (`id` null) or changes one. It needs a title that no other template has, and a text in at least
 * one language. An unknown placeholder is refused and returned.
 */
export async function saveTemplate(
  viewer: StaffUser,
  id: string | null,
  typed: { title: string; texts: Partial<Record<Locale, string>> },
): Promise<{ ok: true; id: string } | { ok: false; reason: TemplateFault; placeholder?: string }> {
  const title = cleanText(typed.title).trim();
  if (title === "") return { ok: false, reason: "title_missing" };
  if (title.length > TITLE_LENGTH) return { ok: false, reason: "title_too_long" };
  const texts: Partial<Record<Locale, string>> = {};
  for (const locale of LOCALES) {
    const read = readMessage(typed.texts[locale] ?? "", "supplier");
    if (!read.ok && read.reason === "too_long") return { ok: false, reason: "too_long" };
    if (read.ok) texts[locale] = read.text;
  }
  if (Object.keys(texts).length === 0) return { ok: false, reason: "text_missing" };
  const [placeholder] = Object.values(texts).flatMap(unknownPlaceholders);
  if (placeholder !== undefined) return { ok: false, reason: "unknown_placeholder", placeholder };
  if (id !== null && !isUuid(id)) return { ok: false, reason: "not_found" };
  const at = now();
  if ((await takeChange(viewer.userId, at)) > 0) return { ok: false, reason: "too_often" };

  const { supplierId } = viewer;
  return withViewer(viewer, async (tx) => {
    await lockSupplierLists(tx, supplierId);
    const ofSupplier = eq(answerTemplates.supplierId, supplierId);
    const [same] = await tx
      .select({ id: answerTemplates.id })
      .from(answerTemplates)
      .where(and(ofSupplier, eq(answerTemplates.title, title)));
    if (same && same.id !== id) return { ok: false, reason: "title_taken" };
    const savedId = id ?? uuidv7();
    if (id === null) {
      const [all] = await tx.select({ n: count() }).from(answerTemplates).where(ofSupplier);
      if ((all?.n ?? 0) >= MAX_TEMPLATES) return { ok: false, reason: "too_many" };
      await tx.insert(answerTemplates).values({
        ...{ id: savedId, supplierId, title, texts },
        createdAt: at,
        updatedAt: at,
      });
    } else {
      const changed = await tx
        .update(answerTemplates)
        .set({ title, texts, updatedAt: at })
        .where(and(ofSupplier, eq(answerTemplates.id, id)))
        .returning({ id: answerTemplates.id });
      if (changed.length === 0) return { ok: false, reason: "not_found" };
    }
    const details = { title };
    await recordAudit(tx, viewer, { action: "answer_template_saved", subjectId: savedId, at, details });
    return { ok: true, id: savedId };
  });
}
