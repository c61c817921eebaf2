import { v7 as uuidv7 } from "uuid";
import { users } from "@/db/schema/users";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { isIdentifier, normalizeIdentifier } from "@/lib/identifier";
import type { Locale } from "@/lib/languages";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { ActingAdministrator } from "./acting-administrator";
import { type FirstAccess, type FirstAccessRefusal, prepareFirstAccess } from "./first-access";
import { inviteUser } from "./invite-user";
import { isPersonName, readPersonName } from "./person-name";
import { queueAccessNotices } from "./queue-access-notices";
import { suggestIdentifier } from "./suggest-identifier";

export interface NewUser {
  name: string;
  identifier: string;
  /** "" for none: only an administrator can then give a new password. */
  email: string;
  access: FirstAccess;
  locale: Locale;
}

export type AddedUser =
  | { ok: true; id: string; identifier: string }
  | { ok: false; reason: "identifier_taken"; suggestion: string }
  | { ok: false; reason: "identifier_invalid" | "email_invalid" | "name_missing" | "name_invalid" }
  | FirstAccessRefusal
  | StaleProof;

/**
 * « Ajout d'un utilisateur » (R23, R24, FAQ 4.1): adds a member to the administrator's own account, who sees its invoices
 * and gets no notification. Identifiers are unique in the whole installation; the answer does not say who holds a taken
 * one. With a default password no mail is sent to the user; an invitation queues its mail in the same transaction. Needs
 * fresh proof, and the administrators are told by mail; `listId` is common to the users of one list, who are told of in
 * one mail.
 */
export async function addUser(
  administrator: ActingAdministrator,
  wanted: NewUser,
  listId?: string,
): Promise<AddedUser> {
  const { viewer } = administrator;
  const at = now();
  const name = readPersonName(wanted.name);
  const identifier = normalizeIdentifier(wanted.identifier);
  const email = normalizeMailAddress(wanted.email) || null;
  if (name === "") return { ok: false, reason: "name_missing" };
  if (!isPersonName(name)) return { ok: false, reason: "name_invalid" };
  if (!isIdentifier(identifier)) return { ok: false, reason: "identifier_invalid" };
  if (email !== null && !isMailAddress(email)) return { ok: false, reason: "email_invalid" };
  const proof = await checkFreshProof({ id: administrator.sessionId });
  if (!proof.ok) return proof;
  const prepared = await prepareFirstAccess(wanted.access, { identifier, email }, viewer.accountId, at);
  if (!prepared.ok) return prepared;

  return withViewer(viewer, async (tx): Promise<AddedUser> => {
    const { accountId } = viewer;
    const [added] = await tx
      .insert(users)
      .values({
        id: uuidv7(),
        identifier,
        name,
        email,
        role: "member",
        accountId,
        locale: wanted.locale,
        createdAt: at,
        ...prepared.columns,
      })
      .onConflictDoNothing({ target: users.identifier })
      .returning({ id: users.id });
    if (!added)
      return {
        ok: false,
        reason: "identifier_taken",
        suggestion: await suggestIdentifier(tx, administrator.companyName, identifier),
      };
    if (wanted.access.kind === "invitation" && email)
      await inviteUser(tx, administrator, { id: added.id, identifier, email, locale: wanted.locale }, at);
    await recordAudit(tx, viewer, {
      action: "user_added",
      subjectId: added.id,
      supplierId: viewer.supplierId,
      at,
      details: { identifier, access: wanted.access.kind },
    });
    await queueAccessNotices(
      tx,
      administrator,
      listId === undefined
        ? {
            change: "user_added",
            concerned: { id: added.id, identifier },
            isConcernedToldOtherwise: true,
            at,
          }
        : { change: "users_added", concerned: null, id: listId, at },
    );
    return { ok: true, id: added.id, identifier };
  });
}
