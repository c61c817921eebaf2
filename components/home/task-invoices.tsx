import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { formatMoney } from "@/lib/money";
import type { TaskInvoice } from "@/lib/tasks/open-home";

/** The first invoices of a line; `head` is what stands in front of each. */
export async function TaskInvoices({
  invoices,
  head,
  detail,
}: {
  invoices: readonly TaskInvoice[];
  head: (invoice: TaskInvoice) => ReactNode;
  detail: (invoice: TaskInvoice) => string;
}) {
  const locale = await getLocale();
  return (
    <ul className="task-rows">
      {invoices.map((invoice) => (
        <li key={invoice.id}>
          <span className="font-bold break-words">{head(invoice)}</span>
          <span className="task-detail truncate text-ink-2">{detail(invoice)}</span>
          <span className="text-right whitespace-nowrap">
            {formatMoney(invoice.signedWithVatMinor, invoice.currency, locale)}
          </span>
        </li>
      ))}
    </ul>
  );
}
