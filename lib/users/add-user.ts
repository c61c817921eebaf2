import { v7 as uuidv7 } from "uuid";
import { users } from "@/db/schema/users";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { isIdentifier, normalizeIdentifier } from "@/lib/identifier";
import type { Locale } from "@/lib/languages";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import { type NewPasswordFault, newPasswordFaults } from "@/lib/sign-in/password/new-password-faults";
import type { ActingAdministrator } from "./acting-administrator";
import {
  type FirstAccess,
  type FirstAccessRefusal,
  hasGivenTooMany,
  prepareFirstAccess,
} from "./first-access";
import { inviteUser } from "./invite-user";
import { isIdentifierTaken } from "./is-identifier-taken";
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

type NewUserProblem =
  | "name_missing"
  | "name_invalid"
  | "identifier_invalid"
  | "identifier_taken"
  | "email_invalid"
  | "email_missing"
  | "password";

/** All problems of the entries; `faults` are those of the default password. */
interface InvalidUser {
  ok: false;
  reason: "invalid";
  problems: NewUserProblem[];
  faults: NewPasswordFault[];
  /** A free identifier in place of one that is taken. */
  suggestion: string | null;
}

export type AddedUser =
  { ok: true; id: string; identifier: string } | InvalidUser | FirstAccessRefusal | StaleProof;

/**
 * « Ajout d'un utilisateur » (R23, R24, FAQ 4.1): adds a member to the administrator's own account, who sees its
 * invoices and gets no notification. Identifiers are unique in the whole installation; the answer does not say who has
 * a taken identifier. With a default password no mail is sent to the user; an invitation queues its mail in the same
 * transaction. Needs fresh proof. The administrators are told by mail; users added with the same `listId` are told in
 * one mail.
 */
export async function addUser(
  administrator: ActingAdministrator,
  wanted: NewUser,
  listId?: string,
): Promise<AddedUser> {
  const { viewer } = administrator;
  const at = now();
  const user = readUser(wanted);
  const invalid = await findProblems(administrator, user, wanted.access, at);
  if (invalid) return invalid;
  const { name, identifier, email } = user;
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
    if (!added) return takenIdentifier(await suggestIdentifier(tx, administrator.companyName, identifier));
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
            affectedUser: { id: added.id, identifier },
            isUserToldByOtherMail: true,
            at,
          }
        : { change: "users_added", affectedUser: null, id: listId, at },
    );
    return { ok: true, id: added.id, identifier };
  });
}

const readUser = ({ name, identifier, email }: NewUser) => ({
  name: readPersonName(name),
  identifier: normalizeIdentifier(identifier),
  email: normalizeMailAddress(email) || null,
});

/**
 * Returns the problems of the entries, or null. Whether the identifier is taken is then only known at the insertion.
 */
async function findProblems(
  { viewer, companyName }: ActingAdministrator,
  { name, identifier, email }: ReturnType<typeof readUser>,
  access: FirstAccess,
  at: Date,
): Promise<InvalidUser | FirstAccessRefusal | null> {
  const problems: NewUserProblem[] = [];
  if (name === "") problems.push("name_missing");
  else if (!isPersonName(name)) problems.push("name_invalid");
  if (!isIdentifier(identifier)) problems.push("identifier_invalid");
  if (email !== null && !isMailAddress(email)) problems.push("email_invalid");
  if (email === null && access.kind === "invitation") problems.push("email_missing");
  const faults = access.kind === "default_password" ? newPasswordFaults(access.password, identifier) : [];
  if (faults.length > 0) problems.push("password");
  if (problems.length === 0) return null;
  if (problems.includes("identifier_invalid"))
    return { ok: false, reason: "invalid", problems, faults, suggestion: null };
  if (await hasGivenTooMany(viewer.accountId, at)) return { ok: false, reason: "too_many" };
  return withViewer(viewer, async (tx) => {
    if (!(await isIdentifierTaken(tx, identifier)))
      return { ok: false, reason: "invalid", problems, faults, suggestion: null };
    const suggestion = await suggestIdentifier(tx, companyName, identifier);
    return { ok: false, reason: "invalid", problems: [...problems, "identifier_taken"], faults, suggestion };
  });
}

const takenIdentifier = (suggestion: string): InvalidUser => ({
  ok: false,
  reason: "invalid",
  problems: ["identifier_taken"],
  faults: [],
  suggestion,
});
