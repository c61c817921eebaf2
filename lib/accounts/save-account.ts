import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { accounts } from "@/db/schema/accounts";
import type { Transaction } from "@/db/transaction";
import type { StaffUser, SupplierKey } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { forgetAddress } from "@/lib/mails/deliveries/forget-address";
import type { AccountChange, AccountProblem } from "./account-change";
import { type AccountField, valuesOf, withoutFields } from "./account-values";
import { applyAddressChange } from "./apply-address-change";
import { findSuperseded } from "./corrections/find-superseded";
import { endOldLinks } from "./end-old-links";
import { findBounced } from "./find-bounced";
import { findFormerAddress } from "./find-former-address";
import { lockAccountsOf } from "./lock-accounts";
import {
  type AccountBefore,
  beforeOf,
  lockNumberedAccount,
  type NumberedAccount,
} from "./lock-numbered-account";
import { type AddressSource, planAddress } from "./plan-address";
import { saveCompany } from "./save-company";
import { type SupersededValue, supersededValues } from "./superseded-values";

export type SavedAccount =
  | { ok: true; outcome: "created" | "changed" | "unchanged"; warnings: SupersededValue[] }
  | { ok: false; problems: AccountProblem[] };

/**
 * Creates the supplier's account with this customer number, or changes only the given fields (R1, R20–R22). The
 * company is the supplier's row with this SIREN, else the account's own row or a new one (`saveCompany`). No mail is
 * sent before the first invoice (R2). The same change again has no effect. Change and journal entry are one
 * transaction; changes of one supplier's accounts run one after the other. A value that the console replaced since, or an
 * address that bounced, is left alone and told (`warnings`). Refuses a new account without a company name, and a closed
 * account.
 */
export function saveAccount(
  viewer: SupplierKey,
  customerNumber: string,
  change: AccountChange,
): Promise<SavedAccount> {
  return withViewer(viewer, async (tx) => {
    await lockAccountsOf(tx, viewer.supplierId);
    const found = await lockNumberedAccount(tx, viewer, customerNumber);
    const asked = valuesOf(change);
    const warnings = supersededValues(
      found ? { ...found.values, pendingEmail: found.pendingEmail } : null,
      asked,
      {
        replaced: found ? await findSuperseded(tx, viewer, found.id) : new Map(),
        bounced: await findBounced(tx, viewer, asked.email ? [asked.email] : []),
      },
    );
    const left = warnings.map(({ field }) => field);
    const saved = await saveFound(tx, viewer, customerNumber, found, withoutFields(change, left), "api");
    return saved.ok ? { ok: true, outcome: saved.outcome, warnings } : saved;
  });
}

export type SavedInTransaction =
  | {
      ok: true;
      outcome: "created" | "changed" | "unchanged";
      accountId: string;
      /** Null for a new account. */
      before: AccountBefore | null;
    }
  | { ok: false; problems: AccountProblem[] };

/**
 * The same in a transaction of the caller, who has taken the lock (`lockAccountsOf`) and decided about old values.
 * `source` is where a new address comes from.
 */
export async function saveAccountIn(
  tx: Transaction,
  viewer: SupplierKey | StaffUser,
  customerNumber: string,
  change: AccountChange,
  source: AddressSource,
): Promise<SavedInTransaction> {
  const found = await lockNumberedAccount(tx, viewer, customerNumber);
  return saveFound(tx, viewer, customerNumber, found, change, source);
}

async function saveFound(
  tx: Transaction,
  viewer: SupplierKey | StaffUser,
  customerNumber: string,
  found: NumberedAccount | undefined,
  change: AccountChange,
  source: AddressSource,
): Promise<SavedInTransaction> {
  const at = now();
  return found
    ? changeAccount(tx, viewer, found, change, { source, at })
    : createAccount(tx, viewer, customerNumber, change, { source, at });
}

/** The fields that are columns of the account and have no rule of their own. */
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

/** The given settings that differ from those of the account, as columns. */
function changedSettings(change: AccountChange, found: NumberedAccount | null) {
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
): Promise<SavedInTransaction> {
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
    email,
    emailSource: email === null ? null : source,
    emailRecordedAt: email === null ? null : at,
    ...changedSettings(change, null),
    createdAt: at,
    updatedAt: at,
  });
  if (email !== null) await forgetAddress(tx, supplierId, email);
  await recordAudit(tx, viewer, { action: "account_created", subjectId: accountId, accountId, at });
  return { ok: true, outcome: "created", accountId, before: null };
}

async function changeAccount(
  tx: Transaction,
  viewer: SupplierKey | StaffUser,
  found: NumberedAccount,
  change: AccountChange,
  { source, at }: { source: AddressSource; at: Date },
): Promise<SavedInTransaction> {
  const { id: accountId, customerNumber } = found;
  if (found.state === "closed")
    return refuse("account_closed", "customerNumber", `The account ${customerNumber} is closed.`);
  const { supplierId } = viewer;
  // An account with a name of its own is renamed alone.
  const { companyName, ...withoutName } = change;
  const ownName = found.ownName !== null && companyName !== found.ownName ? companyName : undefined;
  const forCompany = found.ownName === null ? change : withoutName;
  const company = await saveCompany(tx, supplierId, { ...found.company, accountId }, forCompany, at);
  if (!company) throw new Error("The company of the account was not found.");

  const formerAddress = found.email ?? (await findFormerAddress(tx, accountId));
  const isActivated = found.activationQueuedAt !== null;
  const channel = change.channel ?? found.channel;
  const address = planAddress({ ...found, formerAddress, isActivated }, change, channel, source, at);
  const settings = changedSettings(change, found);
  const addressFields = Object.keys(address.set).length > 0 || address.then === "apply" ? ["email"] : [];
  const fields = [
    ...(ownName === undefined ? [] : ["companyName"]),
    ...company.changed,
    ...addressFields,
    ...Object.keys(settings),
  ];
  const before = beforeOf(found);
  if (fields.length === 0) return { ok: true, outcome: "unchanged", accountId, before };
  // An address that bounced is tried again when it is recorded again.
  if (addressFields.length > 0 && change.email) await forgetAddress(tx, supplierId, change.email);

  await tx
    .update(accounts)
    .set({ companyId: company.id, companyName: ownName, ...settings, ...address.set, updatedAt: at })
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
  if (address.then === "apply") {
    const name = companyName ?? found.values.companyName;
    await applyAddressChange(tx, viewer, { accountId, companyName: name, customerNumber }, at);
  }
  return { ok: true, outcome: "changed", accountId, before };
}

const refuse = (
  type: AccountProblem["type"],
  field: string,
  detail: string,
): Extract<SavedInTransaction, { ok: false }> => ({ ok: false, problems: [{ type, field, detail }] });
