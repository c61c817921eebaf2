import { and, desc, eq } from "drizzle-orm";
import { isAmongIds } from "@/db/is-among";
import { invoiceVat } from "@/db/schema/invoice-contents";
import { invoices } from "@/db/schema/invoices";
import { visibleInvoices } from "@/lib/access/access";
import { isCustomerUser } from "@/lib/access/viewer";
import { withSearch } from "@/lib/access/with-search";
import { distinctRates, vatKey, type VatRate } from "@/lib/exports/vat-rates";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { type AccountingSettings, LONGEST_CODE, SUSPENSE_ACCOUNT } from "./accounting-settings";
import { selectSettings } from "./read-settings";
import { LONGEST_ANALYTIC_CODE, subjectKey } from "./vehicle-rules";

/** The settings page: the settings, and what the newest invoices need of them. */
export interface SettingsView {
  settings: AccountingSettings;
  /** The rates of VAT of the newest invoices, and those that have an account. */
  rates: VatRate[];
  /** Vehicles and contracts of the newest invoices for which nothing says whether VAT can be recovered. */
  unknown: string[];
  otherCompanies: number;
  /** What the form says about its fields. */
  limits: { code: number; analyticCode: number; suspenseAccount: string };
}

/** How many invoices are looked at: all rates and vehicles of a month, for nearly every account. */
const NEWEST = 1_000;
const MOST_UNKNOWN = 50;

/** The most rates that the form has fields for. */
const MOST_RATES = 8;

/** The usual rate (article 278 du CGI), offered before the first invoice. */
const USUAL_RATE = { category: "S", rate: "20" };

export async function openSettings(session: CustomerSession): Promise<SettingsView> {
  const { viewer } = session;
  const [found, own] = await Promise.all([
    withSearch(viewer, async (tx) => {
      const settings = await selectSettings(tx, viewer);
      const newest = await tx
        .select({ id: invoices.id, vehicles: invoices.vehicles, contracts: invoices.contracts })
        .from(invoices)
        .where(visibleInvoices(viewer))
        .orderBy(desc(invoices.issuedOn), desc(invoices.id))
        .limit(NEWEST);
      const ids = newest.map(({ id }) => id);
      const rates =
        ids.length === 0
          ? []
          : await tx
              .selectDistinct({ category: invoiceVat.category, rate: invoiceVat.rate })
              .from(invoiceVat)
              .where(and(eq(invoiceVat.accountId, viewer.accountId), isAmongIds(invoiceVat.invoiceId, ids)));
      return { settings, newest, rates };
    }),
    listOwnAccounts(session),
  ]);
  const { settings } = found;
  const known = new Set(
    settings.rules.filter(({ recovery }) => recovery !== null).map(({ subject }) => subjectKey(subject)),
  );
  // A vehicle is enough: its contract is only named for invoices without vehicles.
  const subjects = found.newest.flatMap(({ vehicles, contracts }) =>
    contracts.some((contract) => known.has(subjectKey(contract)))
      ? []
      : vehicles.length > 0
        ? vehicles
        : contracts,
  );
  const unknown = settings.recovery === null ? subjects.filter((one) => !known.has(subjectKey(one))) : [];
  return {
    settings,
    rates: taxedRates([...found.rates, USUAL_RATE], settings),
    unknown: [...new Set(unknown)].slice(0, MOST_UNKNOWN),
    limits: { code: LONGEST_CODE, analyticCode: LONGEST_ANALYTIC_CODE, suspenseAccount: SUSPENSE_ACCOUNT },
    otherCompanies: own.filter(({ viewer: other, isCurrent }) => !isCurrent && isCustomerUser(other)).length,
  };
}

/** Only rates above zero have VAT to book. */
function taxedRates(
  found: readonly { category: string | null; rate: string | null }[],
  { vatAccounts }: AccountingSettings,
): VatRate[] {
  const saved = Object.keys(vatAccounts).map((rate) => ({ category: null, rate }));
  return distinctRates([...saved, ...found])
    .filter((rate) => rate.kind === "rate" && vatKey(rate) !== "0")
    .slice(0, MOST_RATES);
}
