import { getTranslations } from "next-intl/server";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";

interface ViewAsLimitsPageProps {
  companyName: string;
  leave: (form: FormData) => Promise<void>;
}

/**
 * Says that this page or change is not available while viewing as a customer, with links back to the invoices and out
 * of the view.
 */
export async function ViewAsLimitsPage({ companyName, leave }: ViewAsLimitsPageProps) {
  const t = await getTranslations("console.viewAs");
  return (
    <>
      <PageHead title={t("limitsTitle")} />
      <p className="mb-6 max-w-[42rem]">{t("limits", { company: companyName })}</p>
      <div className="actions">
        <LinkButton href="/invoices" kind="main">
          {t("toInvoices")}
        </LinkButton>
        <Form action={leave}>
          <SubmitButton>{t("leave")}</SubmitButton>
        </Form>
      </div>
    </>
  );
}
