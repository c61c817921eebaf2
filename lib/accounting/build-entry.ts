import { vatKey, type VatRate } from "@/lib/exports/vat-rates";
import type { Minor } from "@/lib/money";
import type { AccountingSettings, LineKind } from "./accounting-settings";
import type { Entry, EntryLine, Gap } from "./entry";
import { type BookedInvoice, type Part, splitInvoice } from "./split-invoice";
import { type Recovery, subjectKey, type VehicleRule } from "./vehicle-rules";

/** The texts of entries, in the language of whoever makes them. */
export interface EntryWords {
  document: Record<Entry["type"], string>;
  kinds: Record<LineKind, string>;
  supplier: string;
  vat: (rate: VatRate) => string;
  suspense: string;
  /** Before the label of a line with a gap: « À compléter ». */
  toComplete: string;
}

const LONGEST_LABEL = 200;
/** Categories whose VAT the customer declares itself (EN 16931: AE reverse charge, K intra-community supply). */
const SELF_ASSESSED = new Set(["AE", "K"]);

/**
 * Makes the functions that book documents with the same settings. An entry always adds up to zero, with the amounts of
 * the document: charges and VAT at the debit, the supplier at the credit, and the other way round for a credit note.
 * VAT that cannot be recovered is part of the charge. Whatever the document or the settings do not say is booked on the
 * suspense account, with the reason as its gap.
 */
export function entryBuilder(
  settings: AccountingSettings,
  words: EntryWords,
): (invoice: BookedInvoice) => Entry {
  const rules = new Map(settings.rules.map((rule) => [subjectKey(rule.subject), rule]));
  return (invoice) => {
    const split = splitInvoice(invoice);
    const title = `${words.document[invoice.type]} ${invoice.number}`;
    const drafts = split.parts.flatMap((part) =>
      linesOfPart(part, treatmentOf(part, settings, rules), settings, words),
    );
    if (split.taxOfUnknownRateMinor !== 0n)
      drafts.push(suspense(settings, words, split.taxOfUnknownRateMinor, "rate_unknown", null));
    if (split.restMinor !== 0n)
      drafts.push(
        suspense(settings, words, split.restMinor, split.isTotalOnly ? "gross_only" : "difference", null),
      );
    drafts.push({
      ...NO_SUBJECT,
      role: "supplier",
      account: settings.supplierAccount,
      accountName: words.supplier,
      text: invoice.sellerName,
      amount: -invoice.totalWithVatMinor * BigInt(invoice.sign),
      gap: null,
    });
    const lines = grouped(drafts).map(({ text, ...line }): EntryLine => {
      const label = [title, text, line.vehicle ?? line.contract].filter(
        (part) => part !== null && part !== "",
      );
      const written = label.join(" – ");
      return { ...line, label: cut(line.gap === null ? written : `${words.toComplete} ${written}`) };
    });
    if (lines.reduce((sum, { amount }) => sum + amount, 0n) !== 0n)
      throw new Error("An entry does not add up.");
    const { number, type, issuedOn, dueOn, currency, sellerName } = invoice;
    return { number, type, issuedOn, dueOn, currency, sellerName, lines };
  };
}

/** A line before its label is put together. */
type Draft = Omit<EntryLine, "label"> & { text: string };

const NO_SUBJECT = { contract: null, vehicle: null, analyticCode: "" };

interface Treatment {
  recovery: Recovery | null;
  analyticCode: string;
}

/** The rule of the vehicle, then that of the contract, then what is set for the account. */
function treatmentOf(
  { vehicle, contract }: Part,
  settings: AccountingSettings,
  rules: ReadonlyMap<string, VehicleRule>,
): Treatment {
  const found = [vehicle, contract].flatMap((subject) =>
    subject === null ? [] : (rules.get(subjectKey(subject)) ?? []),
  );
  return {
    recovery: found.find(({ recovery }) => recovery !== null)?.recovery ?? settings.recovery,
    analyticCode:
      found.find(({ analyticCode }) => analyticCode !== "")?.analyticCode ?? settings.analyticCode,
  };
}

function linesOfPart(
  part: Part,
  { recovery, analyticCode }: Treatment,
  settings: AccountingSettings,
  words: EntryWords,
): Draft[] {
  const { kind, contract, vehicle, netMinor, taxMinor, vat } = part;
  const isInCharge = taxMinor !== 0n && recovery === "no";
  const account = kind === null ? "" : settings.charges[kind];
  const gap = part.gap ?? (account === "" ? "no_charge_account" : null);
  const text = kind === null ? words.suspense : words.kinds[kind];
  const subject = { contract, vehicle, analyticCode };
  const isSelfAssessed = vat?.kind === "untaxed" && SELF_ASSESSED.has(vat.category);
  const charge: Draft = {
    ...subject,
    role: gap === null ? "charge" : "suspense",
    account: gap === null ? account : settings.suspenseAccount,
    accountName: gap === null ? text : words.suspense,
    text,
    amount: isInCharge ? netMinor + taxMinor : netMinor,
    gap: gap ?? (isSelfAssessed ? "reverse_charge" : null),
  };
  if (taxMinor === 0n || isInCharge || vat === null) return [charge];
  const vatAccount = settings.vatAccounts[vatKey(vat)] ?? "";
  const vatGap: Gap | null =
    recovery === null ? "recovery_unknown" : vatAccount === "" ? "no_vat_account" : null;
  if (vatGap !== null) return [charge, { ...suspense(settings, words, taxMinor, vatGap, vat), ...subject }];
  const name = words.vat(vat);
  return [
    charge,
    {
      ...NO_SUBJECT,
      role: "vat",
      account: vatAccount,
      accountName: name,
      text: name,
      amount: taxMinor,
      gap: null,
    },
  ];
}

const suspense = (
  { suspenseAccount: account }: AccountingSettings,
  words: EntryWords,
  amount: Minor,
  gap: Gap,
  vat: VatRate | null,
): Draft => ({
  ...NO_SUBJECT,
  role: "suspense",
  account,
  accountName: words.suspense,
  text: vat === null ? words.suspense : words.vat(vat),
  amount,
  gap,
});

/** Adds up the lines that differ in nothing but their amount, and leaves out those of zero. */
function grouped(drafts: readonly Draft[]): Draft[] {
  const groups = new Map<string, Draft>();
  for (const draft of drafts) {
    const { amount, ...rest } = draft;
    const key = JSON.stringify(rest);
    const known = groups.get(key);
    groups.set(key, known ? { ...known, amount: known.amount + amount } : draft);
  }
  return [...groups.values()].filter(({ amount }) => amount !== 0n);
}

const cut = (label: string): string =>
  label
    .replace(/\p{Cc}+/gu, " ")
    .slice(0, LONGEST_LABEL)
    .toWellFormed()
    .trimEnd();
