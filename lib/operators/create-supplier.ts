import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/transaction";
import { logAccessChange } from "@/lib/audit/record-audit";
import type { Locale } from "@/lib/languages";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { installationAsSender } from "@/lib/mails/kinds/installation-as-sender";
import { cleanText } from "@/lib/mails/writing/clean-props";
import { type NewStaffFault, readNewStaff } from "@/lib/users/staff/add-staff";
import { type ActingOperator, asOperator, type OperatorRefusal } from "./acting-operator";
import { inviteManager } from "./invite-to-supplier";
import { SUPPLIER_NAME_LENGTH } from "./supplier-limits";

/** The colour of a supplier that has chosen none: that of the portal itself. */
const FIRST_COLOR = "#1b2a33";

export interface NewSupplier {
  /** The first word of its paths, in lower-case letters, digits and hyphens. */
  slug: string;
  name: string;
  /** Where customers write to, and where replies to mails go. */
  contactEmail: string;
  managerName: string;
  managerEmail: string;
  /** The language of the first manager, until they choose another. */
  locale: Locale;
}

export type NewSupplierFault =
  | "slug_invalid"
  | "slug_reserved"
  | "slug_taken"
  | "supplier_name_missing"
  | "supplier_name_too_long"
  | "contact_invalid"
  | NewStaffFault;

export type CreatedSupplier =
  | { ok: true; id: string; slug: string; name: string; managerIdentifier: string; managerEmail: string }
  | { ok: false; reason: "invalid"; problems: NewSupplierFault[] };

/**
 * Adds a supplier and invites its first manager, who sets everything else. Its mails leave from the installation's
 * address (EMAIL_FROM) under its name. Needs fresh proof. All faults are reported together. A slug is never the first
 * word of a path of the portal (contract.md), and belongs to one supplier.
 */
export async function createSupplier(
  operator: ActingOperator,
  wanted: NewSupplier,
): Promise<CreatedSupplier | OperatorRefusal> {
  const slug = wanted.slug.trim().toLowerCase();
  const name = cleanText(wanted.name).trim();
  const contactEmail = normalizeMailAddress(wanted.contactEmail);
  const { person, faults } = readNewStaff({
    ...{ name: wanted.managerName, email: wanted.managerEmail, role: "manager", locale: wanted.locale },
  });
  const problems: NewSupplierFault[] = [
    ...(isSlug(slug) ? [] : (["slug_invalid"] as const)),
    ...(name === "" ? (["supplier_name_missing"] as const) : []),
    ...(name.length > SUPPLIER_NAME_LENGTH ? (["supplier_name_too_long"] as const) : []),
    ...(isMailAddress(contactEmail) ? [] : (["contact_invalid"] as const)),
    ...faults,
  ];
  if (problems.length > 0) return { ok: false, reason: "invalid", problems };
  return asOperator(operator, async (tx, viewer, at): Promise<CreatedSupplier> => {
    const unusable = await whyUnusable(tx, slug);
    if (unusable) return { ok: false, reason: "invalid", problems: [unusable] };
    const id = uuidv7();
    const { senderAddress } = installationAsSender();
    await tx.execute(sql`
      select auth_create_supplier(${id}, ${slug}, ${name}, ${name}, ${contactEmail}, ${senderAddress}, ${FIRST_COLOR},
        ${at.toISOString()})`);
    logAccessChange(tx, viewer, { action: "supplier_created", subjectId: id });
    const invited = await inviteManager(tx, operator, viewer, { id, name }, person, at);
    if (!invited.ok) throw new Error("The first manager of a new supplier cannot be invited.");
    return {
      ...{ ok: true, id, slug, name },
      ...{ managerIdentifier: invited.identifier, managerEmail: person.email },
    };
  });
}

const isSlug = (text: string) => text.length <= 63 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/** Two operators who take the same slug at the same moment wait for each other. */
async function whyUnusable(tx: Transaction, slug: string): Promise<"slug_reserved" | "slug_taken" | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`slug ${slug}`}, 0))`);
  const [row] = await tx.execute<{ is_reserved: boolean; is_taken: boolean }>(sql`
    select is_reserved_slug(${slug}) as is_reserved, exists (select from suppliers where slug = ${slug}) as is_taken`);
  if (row?.is_reserved) return "slug_reserved";
  return row?.is_taken ? "slug_taken" : null;
}
