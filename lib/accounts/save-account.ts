import { and, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { accountName, accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import type { SupplierKey } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { forgetAddress } from "@/lib/mails/deliveries/forget-address";
import type { AccountChange, AccountProblem } from "./account-change";
import { applyAddressChange } from "./apply-address-change";
import { endOldLinks } from "./end-old-links";
import { findFormerAddress } from "./find-former-address";
import { planAddress } from "./plan-address";
import { saveCompany } from "./save-company";

export type SavedAccount =
  { ok: true; outcome: "created" | "changed" | "unchanged" } | { ok: false; problems: AccountProblem[] };

/**
 * Creates the supplier's account with this customer number, or changes only the given fields (R1, R20–R22). The
 * company is the supplier's row with this SIREN, else the account's own row or a new one (`saveCompany`). No mail is
 * sent before the first invoice (R2). The same change again has no effect. Change and journal entry are one
 * transaction; changes of one supplier's accounts run one after the other. Refuses a new account without a company
 * name, and a closed account.
 */
export function saveAccount(
  viewer: SupplierKey,
  customerNumber: string,
  change: AccountChange,
): Promise<SavedAccount> {
  return withViewer(viewer, async (tx) => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`accounts of ${viewer.supplierId}`}, 0))`,
    );
    const found = await lockAccount(tx, viewer, customerNumber);
    const at = now();
    return found
      ? changeAccount(tx, viewer, found, change, at)
      : createAccount(tx, viewer, customerNumber, change, at);
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof lockAccount>>>;

async function lockAccount(tx: Transaction, viewer: SupplierKey, customerNumber: string) {
  const [found] = await tx
    .select({
      id: accounts.id,
      customerNumber: accounts.customerNumber,
      companyId: accounts.companyId,
      companyName: accountName,
      siren: companies.siren,
      vatNumber: companies.vatNumber,
      email: accounts.email,
      pendingEmail: accounts.pendingEmail,
      pendingSince: accounts.pendingSince,
      pendingKeepsMember: accounts.pendingKeepsMember,
      preference: accounts.preference,
      channel: accounts.channel,
      locale: accounts.locale,
      state: accounts.state,
      activationQueuedAt: accounts.activationQueuedAt,
    })
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(and(visibleAccounts(viewer), eq(accounts.customerNumber, customerNumber)))
    .for("no key update", { of: accounts });
  return found;
}

async function createAccount(
  tx: Transaction,
  viewer: SupplierKey,
  customerNumber: string,
  change: AccountChange,
  at: Date,
): Promise<SavedAccount> {
  const { supplierId } = viewer;
  const company = await saveCompany(tx, supplierId, null, change, at);
  if (!company)
    return refuse(
      "field_missing",
      "companyName",
      "A new account needs companyName, or the SIREN of a company you have.",
    );
  const accountId = uuidv7();
  const { email = null, preference, channel, locale } = change;
  await tx.insert(accounts).values({
    id: accountId,
    supplierId,
    companyId: company.id,
    customerNumber,
    email,
    emailSource: email === null ? null : "api",
    emailRecordedAt: email === null ? null : at,
    preference,
    channel,
    locale,
    createdAt: at,
    updatedAt: at,
  });
  if (email !== null) await forgetAddress(tx, supplierId, email);
  await recordAudit(tx, viewer, { action: "account_created", subjectId: accountId, accountId, at });
  return { ok: true, outcome: "created" };
}

async function changeAccount(
  tx: Transaction,
  viewer: SupplierKey,
  found: Found,
  change: AccountChange,
  at: Date,
): Promise<SavedAccount> {
  if (found.state === "closed")
    return refuse("account_closed", "customerNumber", `The account ${found.customerNumber} is closed.`);
  const { supplierId } = viewer;
  const current = { ...found, id: found.companyId, name: found.companyName, accountId: found.id };
  const company = await saveCompany(tx, supplierId, current, change, at);
  if (!company) throw new Error("The company of the account was not found.");

  const formerAddress = found.email ?? (await findFormerAddress(tx, found.id));
  const isActivated = found.activationQueuedAt !== null;
  const channel = change.channel ?? found.channel;
  const address = planAddress({ ...found, formerAddress, isActivated }, change, channel, at);
  const changedSettings = (["preference", "channel", "locale"] as const).filter(
    (name) => change[name] !== undefined && change[name] !== found[name],
  );
  const addressFields = Object.keys(address.set).length > 0 || address.then === "apply" ? ["email"] : [];
  const fields = [...company.changed, ...addressFields, ...changedSettings];
  if (fields.length === 0) return { ok: true, outcome: "unchanged" };
  // An address that bounced is tried again when it is recorded again.
  if (addressFields.length > 0 && change.email) await forgetAddress(tx, supplierId, change.email);

  await tx
    .update(accounts)
    .set({
      companyId: company.id,
      ...Object.fromEntries(changedSettings.map((name) => [name, change[name]])),
      ...address.set,
      updatedAt: at,
    })
    .where(eq(accounts.id, found.id));
  await recordAudit(tx, viewer, {
    action: "account_changed",
    subjectId: found.id,
    accountId: found.id,
    details: { fields, ...(addressFields.length > 0 && { effective: change.effective }) },
    at,
  });
  if (address.then === "end_old_links" && found.email)
    await endOldLinks(
      tx,
      { supplierId, accountId: found.id, formerAddress: found.email, newAddress: null },
      at,
    );
  if (address.then === "apply") {
    const { customerNumber } = found;
    const companyName = change.companyName ?? found.companyName;
    await applyAddressChange(tx, viewer, { accountId: found.id, companyName, customerNumber }, at);
  }
  return { ok: true, outcome: "changed" };
}

const refuse = (type: AccountProblem["type"], field: string, detail: string): SavedAccount => ({
  ok: false,
  problems: [{ type, field, detail }],
});
