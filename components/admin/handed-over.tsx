import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { LinkButton } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { FIRST_ACCESS_DAYS } from "@/lib/tokens/life-spans";

interface HandedOverProps {
  /** What was done, in a sentence. */
  done: string;
  identifier: string;
  /** Shown here and never again; null with an invitation. */
  password: string | null;
  /** Where an invitation went. */
  email: string | null;
}

/** What the administrator passes on, once (R23). Plain markup: an answer to a form without scripts holds no client part. */
export async function HandedOver({ done, identifier, password, email }: HandedOverProps) {
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
