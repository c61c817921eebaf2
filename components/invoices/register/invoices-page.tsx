import { RegisterFilters } from "@/components/invoices/filters/register-filters";
import { registerWords } from "@/components/invoices/filters/register-words";
import { EmptyList } from "@/components/invoices/register/empty-list";
import type { InvoicesPageProps } from "@/components/invoices/register/invoices-page-props";
import { ListFoot } from "@/components/invoices/register/list-foot";
import { ListHead } from "@/components/invoices/register/list-head";
import { ListKeys } from "@/components/invoices/register/list-keys";
import { Register } from "@/components/invoices/register/register";

/** `/invoices`: the list of invoices. Its head takes two lines; everything else is said below the invoices. */
export async function InvoicesPage(props: InvoicesPageProps) {
  const { view, display, supplierName } = props;
  const words = await registerWords();
  return (
    <>
      <a className="skip-link" href="#results">
        {words.t("skip")}
      </a>
      <ListHead {...props} words={words} />
      {view.filterForm && (
        <RegisterFilters
          form={view.filterForm}
          chips={view.head.chips}
          companies={view.companyChoice}
          words={words}
        />
      )}
      <div id="results" tabIndex={-1}>
        {view.empty ? (
          <EmptyList empty={view.empty} supplierName={supplierName} />
        ) : (
          <Register table={view.table} selection={view.selection} markTaken={props.markTaken} words={words} />
        )}
      </div>
      <ListFoot {...props} words={words} />
      <ListKeys isOn={display.hasShortcuts} />
    </>
  );
}
