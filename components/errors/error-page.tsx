import { LinkButton } from "@/components/ui/button";
import type { Locale } from "@/lib/languages";
import errorPage from "@/messages/error-page.json";

/**
 * These texts are in a separate file, because this page is rendered in the browser, which does not get the other
 * messages.
 */
const WORDS: Readonly<Record<Locale, typeof errorPage.fr>> = errorPage;

interface ErrorPageProps {
  locale: Locale;
  /** The digest that identifies the error in the logs. */
  reference: string | undefined;
  /** Renders the page again; without it there is no retry button. */
  retry?: () => void;
}

/** The page shown instead of one that failed, with links to other pages. */
export function ErrorPage({ locale, reference, retry }: ErrorPageProps) {
  const words = WORDS[locale];
  return (
    <div className="shell" lang={locale}>
      <a className="skip-link" href="#contenu">
        {words.skip}
      </a>
      <header className="border-b border-line bg-surface">
        <div className="page-width flex min-h-18 items-center gap-3 max-tablet:min-h-15">
          <span className="monogram size-10" aria-hidden="true">
            EF
          </span>
          <strong className="text-4">E-Facture</strong>
        </div>
      </header>
      <main id="contenu">
        <div className="page-width">
          <div className="max-w-text space-y-4 py-8">
            <p className="text-2 text-ink-2">{words.status}</p>
            <h1>{words.title}</h1>
            <p className="text-4 text-ink-2">{words.lead}</p>
            <p>{words.advice}</p>
            <div className="actions">
              {retry && (
                <button className="button button-main" type="button" onClick={retry}>
                  {words.retry}
                </button>
              )}
              <LinkButton href="/">{words.home}</LinkButton>
            </div>
            {reference && (
              <p className="pt-4 text-2 text-ink-3">
                {words.reference} <code>{reference}</code>
              </p>
            )}
          </div>
        </div>
      </main>
    </div>
  );
}
