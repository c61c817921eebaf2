import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { accounts } from "@/db/schema/accounts";
import type { Transaction } from "@/db/transaction";
import type { StaffUser, SupplierKey } from "@/lib/access/viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { forgetAddress } from "@/lib/mails/deliveries/forget-address";
import type { AccountChange, AccountProblem } from "./account-change";
import { type AccountField, valuesOf } from "./account-values";
import { applyAddressChange } from "./apply-address-change";
import { endOldLinks } from "./end-old-links";
import { findFormerAddress } from "./find-former-address";
import type { AccountWithCompany } from "./lock-account-by-number";
import { type AddressSource, planAddress } from "./plan-address";
import { saveCompany } from "./save-company";

export type RecordedChange =
  | { ok: true; outcome: "created" | "changed" | "unchanged"; accountId: string }
  | { ok: false; problems: AccountProblem[] };

/**
 * Creates an account, or changes the given fields of one, in the caller's transaction. The caller has taken the
 * supplier's lock (`lockAccountsOf`), looked for the account (`found`) and decided about superseded values. `source`
 * is where a new address comes from (R1). Writes the journal. Refuses a new account without a company name, and a
 * closed account.
 */
export function recordAccount(
  tx: Transaction,
  viewer: SupplierKey | StaffUser,
  { customerNumber, found }: { customerNumber: string; found: AccountWithCompany | undefined },
  change: AccountChange,
  origin: { source: AddressSource; at: Date },
): Promise<RecordedChange> {
  return found
    ? changeAccount(tx, viewer, found, change, origin)
    : createAccount(tx, viewer, customerNumber, change, origin);
}

/** The fields that are stored unchanged in a column of the account. */
const SETTINGS = [
  "preference",
  "channel",
  "locale",
  "siret",
  "routingCode",
  "electronicAddress",
  "checkedOn",
  "adviserName",
  "adviserEmail",
  "adviserPhone",
] as const satisfies readonly AccountField[];

/** The given settings that differ from the account's present settings, as columns. */
function changedSettings(change: AccountChange, found: AccountWithCompany | null) {
  const asked = valuesOf(change);
  const changed = SETTINGS.filter(
    (name) => asked[name] !== undefined && asked[name] !== (found?.values[name] ?? null),
  );
  return Object.fromEntries(changed.map((name) => [name, asked[name]]));
}

async function createAccount(
  tx: Transaction,
  viewer: SupplierKey | StaffUser,
  customerNumber: string,
  change: AccountChange,
  { source, at }: { source: AddressSource; at: Date },
): Promise<RecordedChange> {
  const { supplierId } = viewer;
  const company = await saveCompany(tx, supplierId, null, change, at);
  if (!company)
    return refuse(
      "field_missing",
      "companyName",
      "A new account needs companyName, or the SIREN of a company you have.",
    );
  const accountId = uuidv7();
  const { email = null } = change;
  await tx.insert(accounts).values({
    id: accountId,
    supplierId,
    companyId: company.id,
    customerNumber,
    companyName: ownNameOf(change.companyName ?? company.name, company),
    email,
    emailSource: email === null ? null : source,
    emailRecordedAt: email === null ? null : at,
    ...changedSettings(change, null),
    createdAt: at,
    updatedAt: at,
  });
  if (email !== null) await forgetAddress(tx, supplierId, email);
  await recordAudit(tx, viewer, { action: "account_created", subjectId: accountId, accountId, at });
  return { ok: true, outcome: "created", accountId };
}

async function changeAccount(
  tx: Transaction,
  viewer: SupplierKey | StaffUser,
  found: AccountWithCompany,
  change: AccountChange,
  { source, at }: { source: AddressSource; at: Date },
): Promise<RecordedChange> {
  const { id: accountId, customerNumber } = found;
  if (found.state === "closed")
    return refuse("account_closed", "customerNumber", `The account ${customerNumber} is closed.`);
  const { supplierId } = viewer;
  const company = await saveCompany(tx, supplierId, { ...found.company, accountId }, change, at);
  if (!company) throw new Error("The company of the account was not found.");
  const companyName = change.companyName ?? found.ownName ?? company.name;

  const formerAddress = found.email ?? (await findFormerAddress(tx, accountId));
  const isActivated = found.activationQueuedAt !== null;
  const channel = change.channel ?? found.channel;
  const address = planAddress({ ...found, formerAddress, isActivated }, change, channel, source, at);
  const settings = changedSettings(change, found);
  const addressFields = Object.keys(address.set).length > 0 || address.then === "apply" ? ["email"] : [];
  const fields = [
    ...(companyName === found.values.companyName ? [] : ["companyName"]),
    ...company.changed,
    ...addressFields,
    ...Object.keys(settings),
  ];
  if (fields.length === 0) return { ok: true, outcome: "unchanged", accountId };
  // An address that bounced is tried again when it is recorded again.
  if (addressFields.length > 0 && change.email) await forgetAddress(tx, supplierId, change.email);

  await tx
    .update(accounts)
    .set({
      companyId: company.id,
      companyName: ownNameOf(companyName, company),
      ...settings,
      ...address.set,
      updatedAt: at,
    })
    .where(eq(accounts.id, accountId));
  await recordAudit(tx, viewer, {
    action: "account_changed",
    subjectId: accountId,
    accountId,
    details: { fields, ...(addressFields.length > 0 && { effective: change.effective }) },
    at,
  });
  if (address.then === "end_old_links" && found.email)
    await endOldLinks(tx, { supplierId, accountId, formerAddress: found.email, newAddress: null }, at);
  if (address.then === "apply")
    await applyAddressChange(tx, viewer, { accountId, companyName, customerNumber }, at);
  return { ok: true, outcome: "changed", accountId };
}

/** Returns the name to store in the account's row: null when it is the name of the company. */
const ownNameOf = (name: string, company: { name: string }): string | null =>
  name === company.name ? null : name;

const refuse = (
  type: AccountProblem["type"],
  field: string,
  detail: string,
): Extract<RecordedChange, { ok: false }> => ({ ok: false, problems: [{ type, field, detail }] });
