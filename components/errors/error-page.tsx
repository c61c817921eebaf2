import { ERROR_COPY } from "@/components/errors/error-copy";
import { LinkButton } from "@/components/ui/button";

interface ErrorPageProps {
  locale: "fr" | "en";
  /** What the logs know the failure by. */
  reference: string | undefined;
  /** Tries again in place; without it the button loads the page again. */
  retry?: () => void;
}

/** What stands where a page could not be made: calm, and with a way on. */
export function ErrorPage({ locale, reference, retry }: ErrorPageProps) {
  const copy = ERROR_COPY[locale];
  return (
    <div className="shell" lang={locale}>
      <a className="skip-link" href="#contenu">
        {copy.skip}
      </a>
      <header className="letterhead">
        <div className="page-width">
          <span className="monogram" aria-hidden="true">
            EF
          </span>
          <strong className="text-4">E-Facture</strong>
        </div>
      </header>
      <main id="contenu">
        <div className="page-width">
          <div className="blank py-8">
            <p className="text-2 text-ink-2">{copy.status}</p>
            <h1>{copy.title}</h1>
            <p className="text-4 text-ink-2">{copy.lead}</p>
            <p>{copy.advice}</p>
            <div className="acts-full flex flex-wrap gap-3">
              {retry && (
                <button className="button button-main" type="button" onClick={retry}>
                  {copy.retry}
                </button>
              )}
              <LinkButton href="/">{copy.home}</LinkButton>
            </div>
            {reference && (
              <p className="pt-4 text-2 text-ink-3">
                {copy.reference} <code>{reference}</code>
              </p>
            )}
          </div>
        </div>
      </main>
    </div>
  );
}
