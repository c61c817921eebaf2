import type { ReactNode } from "react";
import { Form } from "@/components/ui/form";
import type { ScopedAccount } from "@/lib/persons/accounts-in-scope";

interface OpenCompanyProps {
  account: ScopedAccount;
  href: string;
  className: "button" | "tap-link";
  /** Receives `user` and `next`. */
  switchCompany: (form: FormData) => Promise<void>;
  children: ReactNode;
}

/** The link to a company's page. For another company than the current one, a button that also switches to it. */
export function OpenCompany({ account, href, className, switchCompany, children }: OpenCompanyProps) {
  const words = (
    <>
      {children} <span className="sr-only">{account.companyName}</span>
    </>
  );
  if (account.isCurrent)
    return (
      <a className={className} href={href}>
        {words}
      </a>
    );
  return (
    <Form action={switchCompany}>
      <input type="hidden" name="next" value={href} />
      <button className={className} name="user" value={account.viewer.userId}>
        {words}
      </button>
    </Form>
  );
}
