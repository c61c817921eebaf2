import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { InvoiceCrumb } from "@/components/invoices/document/invoice-crumb";
import { Actions } from "@/components/ui/actions";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import type { ScopedAccount } from "@/lib/persons/accounts-in-scope";

type ElsewherePageProps = ComponentProps<typeof InvoiceCrumb> & {
  company: ScopedAccount;
  /** The page to open there. */
  next: string;
  /** Receives `user` and `next`. */
  switchCompany: (form: FormData) => Promise<void>;
};

/** Instead of "not found": the invoice is in another of the person's own accounts. */
export async function ElsewherePage({ company, next, switchCompany, ...crumb }: ElsewherePageProps) {
  const t = await getTranslations("elsewhere");
  const names = { company: company.companyName, supplier: company.supplier.name };
  return (
    <>
      <InvoiceCrumb {...crumb} />
      <div className="max-w-text space-y-4 py-8">
        <h1>{t("title")}</h1>
        <p className="text-4 text-ink-2">{t("lead", names)}</p>
        <form action={switchCompany}>
          <input type="hidden" name="user" value={company.viewer.userId} />
          <input type="hidden" name="next" value={next} />
          <Actions>
            <SubmitButton kind="main">{t("open", names)}</SubmitButton>
            <LinkButton href={`/invoices${crumb.listQuery}`}>{t("stay")}</LinkButton>
          </Actions>
        </form>
      </div>
    </>
  );
}
