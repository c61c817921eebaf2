import { getTranslations } from "next-intl/server";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import type { ScopedAccount } from "@/lib/persons/accounts-in-scope";

interface WrongDoorProps {
  /** Whose space this is. */
  supplierName: string;
  /** At whose page the identifier was typed. */
  door: { slug: string; name: string };
  identifier: string;
  /** The person's accounts at the door's supplier. */
  companies: readonly ScopedAccount[];
  /** The page they asked for, kept on every way out. */
  next: string | null;
  /** Receives `user` and perhaps `next`. */
  switchCompany: (form: FormData) => Promise<void>;
  /** Receives perhaps `next`. */
  stay: (form: FormData) => Promise<void>;
}

/** In whose space one is, when the identifier was typed at another supplier's door (R11), and the ways to that one. */
export async function WrongDoor(props: WrongDoorProps) {
  const { supplierName, door, identifier, companies, next } = props;
  const t = await getTranslations("wrongDoor");
  const names = { here: supplierName, door: door.name };
  const query = new URLSearchParams({ other: "1", ...(next === null ? {} : { next }) });
  const keepNext = next !== null && <input type="hidden" name="next" value={next} />;
  return (
    <Note tone="warn" icon="swap" title={t("title", names)}>
      <p>{t.rich("why", { ...names, identifier: () => <b className="font-mono">{identifier}</b> })}</p>
      <div className="-ml-2 flex flex-wrap gap-x-2">
        {companies.length > 0 ? (
          <form action={props.switchCompany} className="flex flex-wrap gap-x-2">
            {keepNext}
            {companies.map((company) => (
              <button
                key={company.viewer.userId}
                className="button button-quiet text-left"
                name="user"
                value={company.viewer.userId}
              >
                {t("open", { door: door.name, company: company.companyName })}
              </button>
            ))}
          </form>
        ) : (
          <>
            <LinkButton kind="quiet" className="text-left" href={`/${door.slug}?${query}`}>
              {t("signIn", names)}
            </LinkButton>
            <LinkButton kind="quiet" className="text-left" href={`/${door.slug}/recover`}>
              {t("recover", names)}
            </LinkButton>
          </>
        )}
        <form action={props.stay}>
          {keepNext}
          <SubmitButton kind="quiet" className="text-left">
            {t("stay", names)}
          </SubmitButton>
        </form>
      </div>
    </Note>
  );
}
