import { getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { LinkButton } from "@/components/ui/button";
import { ProofSubmit } from "@/components/ui/proof-submit";

const COMPANIES = "/profile/companies";

interface IdentifierShown {
  identifier: string;
  companyName: string;
  supplierName: string;
}

interface AttachLinkPageProps {
  /** The identifier that the user is signed in with, and that requested the link. */
  current: IdentifierShown;
  other: IdentifierShown;
  expiresAt: string;
  /** The secret of the mailed link. */
  secret: string;
  /** Receives `secret`. */
  attach: AnsweringAction;
}

/** The page of a mailed attachment link: the two identifiers, the consequences and the button that attaches them. */
export async function AttachLinkPage({ current, other, expiresAt, secret, attach }: AttachLinkPageProps) {
  const t = await getTranslations("attachLink");
  return (
    <div className="grid max-w-[36rem] gap-6">
      <h1>{t("title")}</h1>
      <dl className="bleed border-t border-line">
        {[
          { title: t("mine"), who: current },
          { title: t("other"), who: other },
        ].map(({ title, who }) => (
          <div key={who.identifier} className="border-b border-line bg-surface px-4 py-4">
            <dt className="text-2 text-ink-2">{title}</dt>
            <dd>
              <code className="font-medium wrap-anywhere">{who.identifier}</code>
            </dd>
            <dd className="text-2 text-ink-2">
              {t("at", { company: who.companyName, supplier: who.supplierName })}
            </dd>
          </div>
        ))}
      </dl>
      <p>{t("means")}</p>
      <AnsweredForm action={attach} className="grid gap-3">
        <input type="hidden" name="secret" value={secret} />
        <ProofSubmit id="proof" beside={<LinkButton href={COMPANIES}>{t("cancel")}</LinkButton>}>
          {t("attach")}
        </ProofSubmit>
        <p className="text-2 text-ink-2">{t("expires", { at: expiresAt })}</p>
      </AnsweredForm>
    </div>
  );
}
