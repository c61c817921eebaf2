import { addDays, addMonths, type PlainDate } from "@/lib/dates";
import { contractsOf, type DemoContract } from "./demo-contracts";
import { oneOffLines, parcelLines } from "./demo-services";
import type { DemoAccount, DemoInvoice } from "./demo-world";
import type { InvoiceLine } from "./invoice-spec";
import { type SeededRandom, seededRandom } from "./seeded-random";

/** An invoice without its number. */
export interface DemoDraft {
  account: DemoAccount;
  type: "invoice" | "credit_note";
  issuedOn: PlainDate;
  period: { startsOn: PlainDate; endsOn: PlainDate } | null;
  contracts: string[];
  plates: string[];
  lines: InvoiceLine[];
  format: DemoInvoice["format"];
  notes: string[];
  corrects: DemoDraft | null;
}

/** The number of months with demo invoices: six more than the 24 months of retention. */
const MONTHS = 30;

/** Returns all invoices of an account in the 30 months before `today`; the newest is from the last seven days. */
export function draftsOf(account: DemoAccount, today: PlainDate): DemoDraft[] {
  const contracts = contractsOf(account);
  const random = seededRandom(`drafts of ${account.supplier} ${account.customerNumber}`);
  const drafts: DemoDraft[] = [];
  for (let monthsAgo = MONTHS - 1; monthsAgo >= 0; monthsAgo -= 1) {
    const running = contracts.filter((contract) => contract.sinceMonthsAgo >= monthsAgo);
    const groups = account.billing.kind === "fleet" ? [running] : running.map((one) => [one]);
    for (const group of groups.filter((contracts) => contracts.length > 0)) {
      const issuedOn = addDays(addMonths(today, -monthsAgo), -billingDelay(group));
      const rent = monthly(account, group, issuedOn, monthsAgo, random);
      drafts.push(rent, ...followUps(rent, monthsAgo, today, random));
    }
  }
  return drafts;
}

/** Returns the billing delay of a contract, 0 to 4 days: each contract is billed on the same day of every month. */
function billingDelay(group: DemoContract[]): number {
  return seededRandom(`billing day of ${group[0]?.number}`).below(5);
}

function monthly(
  account: DemoAccount,
  group: DemoContract[],
  issuedOn: PlainDate,
  monthsAgo: number,
  random: SeededRandom,
): DemoDraft {
  const isPlain = account.billing.plainPdf?.includes(monthsAgo) ?? false;
  const isParcels = account.billing.kind === "parcels";
  return {
    account,
    type: "invoice",
    issuedOn,
    period: monthOf(isParcels ? addMonths(issuedOn, -1) : issuedOn),
    contracts: [...new Set(group.map((contract) => contract.number))],
    plates: group.flatMap((contract) => contract.plate ?? []),
    lines: isParcels ? parcelLines(random) : group.flatMap((contract) => contract.monthlyLines),
    format: isPlain ? "pdf" : account.billing.format,
    notes: [],
    corrects: null,
  };
}

/** Returns, for some rents, a service for the same vehicle or a credit note a few days later. */
function followUps(rent: DemoDraft, monthsAgo: number, today: PlainDate, random: SeededRandom): DemoDraft[] {
  const followUps: DemoDraft[] = [];
  const [contract, plate] = [rent.contracts[0], rent.plates[0]];
  const later = addDays(rent.issuedOn, random.between(3, 14));
  if (random.chance(6) && contract !== undefined && plate !== undefined && later <= today) {
    const { lines, note } = oneOffLines(random, { contract, vehicle: plate });
    const subject = { contracts: [contract], plates: [plate], period: null };
    followUps.push({ ...rent, ...subject, issuedOn: later, lines, notes: [note] });
  }
  // Last month always has a credit note, so that the demo shows one near its invoice.
  const isShown = monthsAgo === 1 && contract?.endsWith("-01") === true;
  const credited = rent.lines[1];
  if ((random.chance(4) || isShown) && credited !== undefined && later <= today) {
    followUps.push(creditNote(rent, credited, later));
  }
  return followUps;
}

function creditNote(rent: DemoDraft, credited: InvoiceLine, issuedOn: PlainDate): DemoDraft {
  return {
    ...rent,
    type: "credit_note",
    issuedOn,
    contracts: credited.contract === undefined ? rent.contracts : [credited.contract],
    plates: credited.vehicle === undefined ? rent.plates : [credited.vehicle],
    lines: [credited],
    notes: ["Prestation non fournie sur la période."],
    corrects: rent,
  };
}

function monthOf(date: PlainDate): { startsOn: PlainDate; endsOn: PlainDate } {
  const startsOn = `${date.slice(0, 7)}-01`;
  return { startsOn, endsOn: addDays(addMonths(startsOn, 1), -1) };
}
