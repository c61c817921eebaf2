import type { AccountField, AccountValues } from "@/lib/accounts/account-values";
import { type FormerValues, supersededValues } from "@/lib/accounts/superseded-values";
import type { Refusal } from "./import-refusal";
import type { Difference, Judgement, OldValue } from "./import-verdict";
import type { LineRead } from "./read-line";

/** An account as it is recorded. */
export interface RecordedAccount {
  id: string;
  customerNumber: string;
  isClosed: boolean;
  isActivated: boolean;
  pendingEmail: string | null;
  values: AccountValues;
}

/** What a line is compared with. */
export interface LineContext {
  /** The accounts with the number of the line, also with the leading zeros that a spreadsheet removes. */
  accounts: readonly RecordedAccount[];
  former: FormerValues;
  /** The first line of the file with this number, when it is an earlier one. */
  earlierLine: number | null;
  /** Whether somebody ticked the line, so that its old values are applied too. */
  isForced: boolean;
}

/** Decides what a line would do. Pure: the same line, account and history give the same verdict. */
export function judgeLine(read: LineRead, context: LineContext): Judgement {
  const account = accountOf(read.customerNumber, context.accounts);
  const refuse = (refusal: Refusal) => judgement(read, account, { verdict: "refused", refusal });
  if (!read.asked.ok) return refuse(read.asked.refusal);
  if (account === "ambiguous") return refuse({ reason: "number_ambiguous", field: "customerNumber" });
  if (context.earlierLine !== null) return refuse({ reason: "twice", line: context.earlierLine });
  const { values } = read.asked;
  if (!account && !values.companyName) return refuse({ reason: "name_missing", field: "companyName" });
  if (account?.isClosed) return refuse({ reason: "closed" });
  const recordedSiren = account?.values.siren;
  if (recordedSiren && values.siren && values.siren !== recordedSiren)
    return refuse({ reason: "siren_differs", field: "siren", value: values.siren, recorded: recordedSiren });

  const current = account && { ...account.values, pendingEmail: account.pendingEmail };
  const oldValues = supersededValues(current, values, context.former).map(({ at, ...old }): OldValue => ({
    ...old,
    at: at.toISOString(),
  }));
  const old = new Set<AccountField>(oldValues.map(({ field }) => field));
  const all = differencesOf(account, values);
  const upToDate = all.filter(({ field }) => !old.has(field));
  const differences = context.isForced ? all : upToDate;
  const waitsForInvoice =
    account?.isActivated === true && differences.some(({ field, to }) => field === "email" && to !== null);
  const verdict = !account
    ? "new"
    : upToDate.length > 0
      ? "changed"
      : oldValues.length > 0
        ? "superseded"
        : "same";
  return judgement(read, account, { verdict, differences, oldValues, waitsForInvoice });
}

/** The account of a number: exactly this one, else the only one that has the same digits after its zeros. */
function accountOf(
  number: string | null,
  accounts: readonly RecordedAccount[],
): RecordedAccount | "ambiguous" | null {
  const exact = accounts.find(({ customerNumber }) => customerNumber === number);
  if (exact) return exact;
  return accounts.length > 1 ? "ambiguous" : (accounts[0] ?? null);
}

function differencesOf(account: RecordedAccount | null, values: Partial<AccountValues>): Difference[] {
  return Object.entries(values).flatMap(([name, to = null]): Difference[] => {
    const field = name as AccountField;
    const from = account?.values[field] ?? null;
    if (field !== "email") return from === to ? [] : [{ field, from, to }];
    const pending = account?.pendingEmail ?? null;
    // A line with the waiting address changes nothing. A line with the current address cancels the waiting address.
    if (to === (pending ?? from)) return [];
    return [{ field, from: pending ?? from, to }];
  });
}

function judgement(
  read: LineRead,
  account: RecordedAccount | "ambiguous" | null,
  known: Pick<Judgement, "verdict"> & Partial<Judgement>,
): Judgement {
  const found = account === "ambiguous" ? null : account;
  const values = read.asked.ok ? read.asked.values : {};
  const written = read.customerNumber;
  const number = found?.customerNumber ?? written;
  const start = found && written !== null ? withoutEnd(found.customerNumber, written) : "";
  return {
    customerNumber: number,
    companyName: values.companyName ?? found?.values.companyName ?? read.shown.companyName ?? null,
    siren: values.siren ?? found?.values.siren ?? read.shown.siren ?? null,
    email: (values.email === undefined ? found?.values.email : values.email) ?? read.shown.email ?? null,
    accountId: found?.id ?? null,
    differences: [],
    oldValues: [],
    refusal: null,
    restoredZeros: /^0+$/.test(start) ? start : "",
    waitsForInvoice: false,
    ...known,
  };
}

/** The text without this end; "" when it does not end with it. */
const withoutEnd = (text: string, end: string): string =>
  text.endsWith(end) ? text.slice(0, text.length - end.length) : "";
