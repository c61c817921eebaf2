import { getTranslations } from "next-intl/server";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";

interface LinkProblemPageProps {
  problem: "expired" | "used" | "unknown";
  recoverHref: string;
  /** Sends a new link to the address of the old one; null when no address is known. */
  sendAgain: (() => Promise<void>) | null;
}

/** The page of a mailed link that no longer works: the reason and one button. */
export async function LinkProblemPage({ problem, recoverHref, sendAgain }: LinkProblemPageProps) {
  const t = await getTranslations("linkProblem");
  return (
    <div className="max-w-text space-y-4 py-8">
      <h1>{t(`${problem}.title`)}</h1>
      <p className="text-4 text-ink-2">{t(`${problem}.lead`)}</p>
      {sendAgain ? (
        <Form action={sendAgain} className="actions">
          <SubmitButton kind="main">{t("sendAgain")}</SubmitButton>
        </Form>
      ) : (
        <p className="actions">
          <LinkButton kind="main" href={recoverHref}>
            {t("startAgain")}
          </LinkButton>
        </p>
      )}
    </div>
  );
}
