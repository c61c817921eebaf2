import { and, eq } from "drizzle-orm";
import { answerTemplates, customerRequests } from "@/db/schema/customer-requests";
import { suppliers } from "@/db/schema/suppliers";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { visibleRequests } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { LOCALES } from "@/lib/languages";
import { isUuid } from "@/lib/uuid";
import { fillTemplate } from "./fill-template";
import { accountInMail, askerInMail } from "./request-mail-parts";
import { requestSubject } from "./request-subject";

/**
 * Returns the text of an answer with a template added at its end, and the placeholders of the template filled in. The
 * template is in the language of the user who asked, or else in a language that it has. Saves nothing.
 */
export function insertTemplate(
  viewer: StaffUser,
  { requestId, templateId, text }: { requestId: string; templateId: string; text: string },
): Promise<{ ok: true; text: string } | { ok: false; reason: "no_template" | "not_found" }> {
  return withViewer(viewer, async (tx) => {
    if (!isUuid(templateId)) return { ok: false, reason: "no_template" };
    const [template] = await tx
      .select({ texts: answerTemplates.texts })
      .from(answerTemplates)
      .where(and(eq(answerTemplates.supplierId, viewer.supplierId), eq(answerTemplates.id, templateId)));
    if (!template) return { ok: false, reason: "no_template" };
    const [request] = isUuid(requestId)
      ? await tx
          .select()
          .from(customerRequests)
          .where(and(visibleRequests(viewer), eq(customerRequests.id, requestId)))
      : [];
    if (!request) return { ok: false, reason: "not_found" };
    const { account } = await accountInMail(tx, viewer, request.accountId);
    const asker = await askerInMail(tx, request.accountId, request.userId);
    const language = [asker.locale, ...LOCALES].find((locale) => template.texts[locale]);
    const filled = fillTemplate((language && template.texts[language]) ?? "", {
      company: account.companyName,
      customer: account.customerNumber,
      number: requestSubject(request).document ?? "",
      name: asker.shown.name || asker.shown.identifier,
      adviser: await nameOf(tx, viewer),
    });
    return { ok: true, text: text.trim() === "" ? filled : `${text.trimEnd()}\n\n${filled}` };
  });
}

/** Returns the viewer's name, or the supplier's name when the viewer has none. */
async function nameOf(tx: Transaction, viewer: StaffUser): Promise<string> {
  const [user] = await tx
    .select({ name: users.name, supplier: suppliers.name })
    .from(users)
    .innerJoin(suppliers, eq(suppliers.id, users.supplierId))
    .where(eq(users.id, viewer.userId));
  return user?.name || (user?.supplier ?? "");
}
