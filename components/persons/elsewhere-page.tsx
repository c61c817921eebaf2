import { getTranslations } from "next-intl/server";
import { InvoiceCrumb } from "@/components/invoices/document/invoice-crumb";
import { Actions } from "@/components/ui/actions";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { ListPlace } from "@/lib/invoices/one/list-place";
import type { ScopedAccount } from "@/lib/persons/accounts-in-scope";

interface ElsewherePageProps {
  company: ScopedAccount;
  place: ListPlace;
  /** The page to open in the other account. */
  next: string;
  /** Receives `user` and `next`. */
  switchCompany: (form: FormData) => Promise<void>;
}

/** The page shown instead of "not found" if the invoice is in another of the person's own accounts. */
export async function ElsewherePage({ company, place, next, switchCompany }: ElsewherePageProps) {
  const t = await getTranslations("elsewhere");
  const names = { company: company.companyName, supplier: company.supplier.name };
  return (
    <>
      <InvoiceCrumb place={place} />
      <div className="max-w-text space-y-4 py-8">
        <h1>{t("title")}</h1>
        <p className="text-4 text-ink-2">{t("lead", names)}</p>
        <Form action={switchCompany}>
          <input type="hidden" name="user" value={company.viewer.userId} />
          <input type="hidden" name="next" value={next} />
          <Actions>
            <SubmitButton kind="main">{t("open", names)}</SubmitButton>
            <LinkButton href={place.listHref}>{t("stay")}</LinkButton>
          </Actions>
        </Form>
      </div>
    </>
  );
}
