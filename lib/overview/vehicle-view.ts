import { EMPTY_FILTER, type InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { exportPath, invoicePath, listPath } from "@/lib/invoices/filter/invoice-paths";
import { WHOLE_LIST, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import type { Minor } from "@/lib/money";
import { type MonthPair, monthPairs, type MonthView } from "./month-view";
import type { Vehicle } from "./open-vehicle";
import type { OverviewPeriod } from "./overview-period";
import { overviewPath, vehiclePath } from "./overview-query";
import { type PeriodChoice, periodChoices, tableOf } from "./overview-view";
import type { VehicleContract, VehicleDocument } from "./read-vehicle";
import { type SpendView, totalOf, withNet } from "./spend";
import type { KindSpend } from "./sum-by-kind";

/** The data of the page of a vehicle; all amounts but those of `documents` are in `currency`. */
export interface VehicleView extends KindSpend {
  plate: string;
  currency: string;
  currencies: { name: string; href: string; isCurrent: boolean }[];
  periods: PeriodChoice[];
  period: OverviewPeriod;
  backHref: string;
  listHref: string;
  creditNotesHref: string;
  /** All documents of the period as one file. */
  downloadHref: string;
  contracts: (VehicleContract & { href: string })[];
  pairs: MonthPair[];
  tableMonths: MonthView[];
  tableTotal: SpendView;
  total: SpendView;
  otherMinor: Minor;
  documents: (VehicleDocument & { href: string })[];
  documentCount: number;
  unsplitCount: number;
}

/** Builds the data of the page: totals, months, and the links to the list filtered by this plate. */
export function vehicleView(vehicle: Vehicle): VehicleView {
  const { plate, query, period, currency, months, before, kinds } = vehicle;
  const filter: InvoiceFilter = { ...EMPTY_FILTER, from: period.from, to: period.to, vehicle: plate };
  const list = (change: Partial<InvoiceFilter> = {}) => ({
    filter: { ...filter, ...change },
    scope: query.scope,
  });
  const total = withNet(totalOf(months));
  const pairs = monthPairs({
    ...{ months, before, current: period.current, scope: query.scope },
    filter: { vehicle: plate },
  });
  const table = tableOf(pairs, period.current);
  return {
    plate,
    currency,
    currencies: vehicle.currencies.map((name) => ({
      name,
      href: vehiclePath(plate, { ...query, currency: name }),
      isCurrent: name === currency,
    })),
    periods: periodChoices(period, (kind) => vehiclePath(plate, { ...query, period: kind })),
    period,
    backHref: overviewPath({ ...query, by: "vehicle", showsAll: false }),
    listHref: listPath(list()),
    creditNotesHref: listPath(list({ type: "credit_note" })),
    downloadHref: exportPath("zip", list()),
    contracts: vehicle.contracts.map((one) => ({
      ...one,
      href: listPath(list({ contract: one.name, vehicle: null })),
    })),
    pairs,
    tableMonths: table,
    tableTotal: withNet(totalOf(table)),
    total,
    ...kinds,
    otherMinor: total.invoicesMinor - kinds.rentMinor - kinds.maintenanceMinor,
    documents: vehicle.documents.map((one) => ({
      ...one,
      href: invoicePath(one.id, writeInvoiceQuery({ ...WHOLE_LIST, ...list() })),
    })),
    documentCount: vehicle.documentCount,
    unsplitCount: vehicle.unsplitCount,
  };
}
