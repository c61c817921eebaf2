import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { LinkButton } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { FIRST_ACCESS_DAYS } from "@/lib/tokens/life-spans";

interface NewCredentialsProps {
  /** A sentence that says what was done. */
  done: string;
  identifier: string;
  /** Shown only here, once; null with an invitation. */
  password: string | null;
  /** The address of an invitation. */
  email: string | null;
}

/**
 * The credentials that the administrator passes on, shown once (R23). Without client components: the response to a form
 * sent without scripts cannot hold any.
 */
export async function NewCredentials({ done, identifier, password, email }: NewCredentialsProps) {
  const t = await getTranslations("admin.handedOver");
  return (
    <div className="grid max-w-form gap-6">
      <Note tone="ok">
        <p>{done}</p>
      </Note>
      <Facts
        facts={[
          { term: t("identifier"), value: <mark className="font-mono font-medium">{identifier}</mark> },
          { term: t("password"), value: password && <b className="font-mono text-3">{password}</b> },
        ]}
      />
      <p className="text-2 text-ink-2">
        {password === null
          ? t("invited", { email: email ?? "", days: FIRST_ACCESS_DAYS })
          : t("passOn", { days: FIRST_ACCESS_DAYS })}
      </p>
      <Actions>
        <LinkButton kind="main" href="/admin/users">
          {t("back")}
        </LinkButton>
        <LinkButton kind="quiet" href="/admin/users/new">
          {t("another")}
        </LinkButton>
      </Actions>
    </div>
  );
}
