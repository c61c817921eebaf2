import { getTranslations } from "next-intl/server";
import type { Brand } from "@/components/shell/brand";
import { BrandMark } from "@/components/shell/brand-mark";
import { Form } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import type { ScopedAccount } from "@/lib/persons/accounts-in-scope";

const INVOICES = "/invoices";
const EVERYWHERE = "/invoices?scope=all";
const COMPANIES = "/profile/companies";

interface CompanyMenuProps {
  brand: Brand;
  companyName: string;
  /** The person's accounts, grouped by supplier. */
  companies: readonly ScopedAccount[];
  /** The page is about all of them, so all are named. */
  isEveryCompany: boolean;
  /** Receives `user`. */
  switchCompany: (form: FormData) => Promise<void>;
}

/**
 * The name of the current company, with a menu of the person's other accounts: a native popover that opens without
 * scripts. With a single account it is only a link to the list.
 */
export async function CompanyMenu(props: CompanyMenuProps) {
  const { brand, companies, switchCompany } = props;
  const isEveryCompany = props.isEveryCompany && companies.length > 1;
  const companyName = isEveryCompany ? distinct(companies.map((one) => one.companyName)) : props.companyName;
  const supplierName = isEveryCompany ? distinct(companies.map((one) => one.supplier.name)) : brand.name;
  const t = await getTranslations("companyMenu");
  const name = (
    <>
      <BrandMark brand={brand} />
      <span className="brand-names">
        <span>{supplierName}</span> <strong>{companyName}</strong>
      </span>
    </>
  );
  if (companies.length < 2)
    return (
      <a className="brand" href={INVOICES}>
        {name}
      </a>
    );
  return (
    <div className="company-menu">
      <button type="button" className="brand" popoverTarget="company-menu">
        {name}
        <Icon name="choose" />
        <span className="sr-only">{t("open")}</span>
      </button>
      <div className="menu menu-start" id="company-menu" popover="auto">
        <Form action={switchCompany}>
          {bySupplier(companies).map((group) => (
            <div key={group.slug} role="group" aria-labelledby={`company-menu-${group.slug}`}>
              <p id={`company-menu-${group.slug}`}>{group.name}</p>
              {group.companies.map((company) => (
                <CompanyChoice
                  key={company.viewer.userId}
                  company={company}
                  isCurrent={company.isCurrent && !isEveryCompany}
                  customer={t("customer", { number: company.customerNumber })}
                />
              ))}
            </div>
          ))}
        </Form>
        <hr />
        <a href={EVERYWHERE} aria-current={isEveryCompany || undefined}>
          {t("everywhere")}
        </a>
        <a href={COMPANIES}>{t("manage")}</a>
      </div>
    </div>
  );
}

interface CompanyChoiceProps {
  company: ScopedAccount;
  isCurrent: boolean;
  customer: string;
}

function CompanyChoice({ company, isCurrent, customer }: CompanyChoiceProps) {
  const words = (
    <>
      {company.companyName}
      <small>
        {customer} · <code>{company.identifier}</code>
      </small>
    </>
  );
  if (company.isCurrent)
    return (
      <a href={INVOICES} aria-current={isCurrent || undefined}>
        {words}
      </a>
    );
  return (
    <button name="user" value={company.viewer.userId}>
      {words}
    </button>
  );
}

const distinct = (names: readonly string[]): string => [...new Set(names)].join(", ");

function bySupplier(companies: readonly ScopedAccount[]) {
  const groups = new Map<string, { slug: string; name: string; companies: ScopedAccount[] }>();
  for (const company of companies) {
    const { slug, name } = company.supplier;
    const group = groups.get(slug) ?? { slug, name, companies: [] };
    group.companies.push(company);
    groups.set(slug, group);
  }
  return [...groups.values()];
}
