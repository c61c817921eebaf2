import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AccountMenu, type ProfilePage } from "@/components/shell/account-menu";
import type { Brand } from "@/components/shell/brand";
import { BrandMark } from "@/components/shell/brand-mark";
import { CompanyMenu } from "@/components/shell/company-menu";
import type { PublicPage } from "@/components/shell/footer";
import { type ChangeLocale, LocaleSwitch } from "@/components/shell/locale-switch";
import { ShellFrame } from "@/components/shell/shell-frame";
import { countArguments } from "@/components/ui/count-arguments";
import type { Count } from "@/lib/invoices/register/invoice-summary";
import type { ScopedAccount } from "@/lib/persons/accounts-in-scope";

/** The sections of a customer's account. */
export type CustomerSection = "home" | "invoices" | "archive" | "overview" | "admin";

/** The sections of the console. */
export type ConsoleSection =
  | "today"
  | "accounts"
  | "deliveries"
  | "deposits"
  | "requests"
  | "paper"
  | "audit"
  | "settings"
  | "staff"
  | "suppliers"
  | "health";

const SECTION_PATHS: Record<CustomerSection | ConsoleSection, string> = {
  home: "/home",
  invoices: "/invoices",
  archive: "/invoices/archive",
  overview: "/overview",
  admin: "/admin/users",
  today: "/console",
  requests: "/console/requests",
  accounts: "/console/accounts",
  deliveries: "/console/deliveries",
  deposits: "/console/deposits",
  paper: "/console/paper",
  audit: "/console/audit",
  settings: "/console/settings",
  staff: "/console/staff",
  suppliers: "/console/suppliers",
  health: "/console/health",
};

const HOME = "/";

interface SignedInShellProps {
  /** Null for an operator, who belongs to no supplier. */
  brand: Brand | null;
  /** The current company; null for the staff of the supplier and of the installation. */
  companyName: string | null;
  /** The accounts of the signed-in person; `switchCompany` receives `user`. */
  companies?: readonly ScopedAccount[];
  /** The page is about all of them. */
  isEveryCompany?: boolean;
  switchCompany?: (form: FormData) => Promise<void>;
  /** The user's name, or the identifier if no name is known. */
  userName: string;
  /** The sections that this user may open, in order. */
  sections: readonly (CustomerSection | ConsoleSection)[];
  currentSection: CustomerSection | ConsoleSection | null;
  /** The numbers beside the names of sections; a zero is not shown. */
  sectionCounts?: { home: Count; invoices: Count };
  /** The pages of « Mon profil » to link. */
  profilePages: readonly ProfilePage[];
  currentProfilePage?: ProfilePage;
  links: readonly PublicPage[];
  retentionMonths?: number;
  changeLocale: ChangeLocale;
  signOut: () => Promise<void>;
  children: ReactNode;
}

/** The frame of signed-in pages. Its bar shows supplier and company, the sections and the user. */
export async function SignedInShell(props: SignedInShellProps) {
  const { brand, companyName, switchCompany, sections, currentSection } = props;
  const { links, retentionMonths, children } = props;
  const t = await getTranslations("shell");
  const supplierName = brand?.name ?? "E-Facture";
  const header = (
    <header className="top-bar">
      <div className="page-width">
        {brand && companyName !== null && switchCompany ? (
          <CompanyMenu
            brand={brand}
            companyName={companyName}
            companies={props.companies ?? []}
            isEveryCompany={props.isEveryCompany ?? false}
            switchCompany={switchCompany}
          />
        ) : (
          <a className="brand" href={HOME}>
            <BrandMark brand={brand} />
            <span className="brand-names">
              <strong>{supplierName}</strong>
            </span>
          </a>
        )}
        {sections.length > 0 && (
          <nav className="tabs" aria-label={t("sectionsNav")}>
            {sections.map((section) => (
              <a
                key={section}
                href={SECTION_PATHS[section]}
                aria-current={section === currentSection ? "page" : undefined}
              >
                {t(`sections.${section}`)}
                {(section === "home" || section === "invoices") && (
                  <SectionCount section={section} count={props.sectionCounts?.[section]} />
                )}
              </a>
            ))}
          </nav>
        )}
        <div className="flex items-center desk:ml-auto desk:-mr-6">
          <LocaleSwitch
            action={props.changeLocale}
            offered={companyName === null ? undefined : brand?.languages}
          />
        </div>
        <AccountMenu
          userName={props.userName}
          pages={props.profilePages}
          currentPage={props.currentProfilePage}
          helpHref={brand && links.includes("help") ? `/${brand.slug}/help` : null}
          signOut={props.signOut}
        />
      </div>
    </header>
  );
  return (
    <ShellFrame brand={brand} header={header} links={links} retentionMonths={retentionMonths}>
      {children}
    </ShellFrame>
  );
}

async function SectionCount({ section, count }: { section: "home" | "invoices"; count?: Count }) {
  const t = await getTranslations("shell");
  if (!count || count.value === 0) return null;
  return (
    <span className="tab-count">
      {t.rich(`counts.${section}`, {
        ...countArguments(count),
        hidden: (words) => <span className="sr-only"> {words}</span>,
      })}
    </span>
  );
}
