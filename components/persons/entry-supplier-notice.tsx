import { getTranslations } from "next-intl/server";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import type { ScopedAccount } from "@/lib/persons/accounts-in-scope";

interface EntrySupplierNoticeProps {
  /** The supplier of the opened account. */
  supplierName: string;
  /** The supplier on whose page the identifier was typed. */
  entrySupplier: { slug: string; name: string };
  identifier: string;
  /** The person's accounts at the entry supplier. */
  companies: readonly ScopedAccount[];
  /** The requested page, passed on by every link and button. */
  next: string | null;
  /** Only the title is shown; it opens the rest. */
  isCompact: boolean;
  /** Receives `user` and, if set, `next`. */
  switchCompany: (form: FormData) => Promise<void>;
  /** Receives `next` if set. */
  stay: (form: FormData) => Promise<void>;
}

/** Says that the account belongs to another supplier than the sign-in page, with links to the entry supplier (R11). */
export async function EntrySupplierNotice(props: EntrySupplierNoticeProps) {
  const { supplierName, entrySupplier, identifier, companies, next } = props;
  const t = await getTranslations("entrySupplier");
  const names = { here: supplierName, entry: entrySupplier.name };
  const query = new URLSearchParams({ other: "1", ...(next === null ? {} : { next }) });
  const keepNext = next !== null && <input type="hidden" name="next" value={next} />;
  const content = (
    <>
      <p>{t.rich("why", { ...names, identifier: () => <b className="font-mono">{identifier}</b> })}</p>
      <div className="-ml-2 flex flex-wrap gap-x-2">
        {companies.length > 0 ? (
          <Form action={props.switchCompany} className="flex flex-wrap gap-x-2">
            {keepNext}
            {companies.map((company) => (
              <button
                key={company.viewer.userId}
                className="button button-quiet text-left"
                name="user"
                value={company.viewer.userId}
              >
                {t("open", { entry: entrySupplier.name, company: company.companyName })}
              </button>
            ))}
          </Form>
        ) : (
          <>
            <LinkButton kind="quiet" className="text-left" href={`/${entrySupplier.slug}?${query}`}>
              {t("signIn", names)}
            </LinkButton>
            <LinkButton kind="quiet" className="text-left" href={`/${entrySupplier.slug}/recover`}>
              {t("recover", names)}
            </LinkButton>
          </>
        )}
        <Form action={props.stay}>
          {keepNext}
          <SubmitButton kind="quiet" className="text-left">
            {t("stay", names)}
          </SubmitButton>
        </Form>
      </div>
    </>
  );
  if (!props.isCompact)
    return (
      <Note tone="warn" icon="swap" title={t("title", names)}>
        {content}
      </Note>
    );
  return (
    <details name="filter" className="entry-notice" role="status">
      <summary>
        <Icon name="swap" />
        <h2>{t("title", names)}</h2>
        <Icon name="down" />
      </summary>
      <div className="filter-panel">{content}</div>
    </details>
  );
}
