import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { LinkButton } from "@/components/ui/button";
import { MAILED_LINK_MINUTES } from "@/lib/tokens/life-spans";

const COMPANIES = "/profile/companies";

interface AttachLinkProblemProps {
  problem:
    | { reason: "unknown" | "expired" | "used" }
    /** The link was requested with this identifier, not with the one that is signed in. */
    | { reason: "other_identifier"; identifier: string };
}

/** The page of a mailed attachment link that cannot be used: the reason and what to do. */
export async function AttachLinkProblem({ problem }: AttachLinkProblemProps) {
  const t = await getTranslations("attachLink");
  const isOther = problem.reason === "other_identifier";
  return (
    <div className="max-w-text space-y-4 py-8">
      <h1>{isOther ? t("otherIdentifier.title") : t(`${problem.reason}.title`)}</h1>
      <p className="text-4 text-ink-2">
        {isOther
          ? t.rich("otherIdentifier.lead", {
              identifier: () => <b className="font-mono wrap-anywhere">{problem.identifier}</b>,
            })
          : t(`${problem.reason}.lead`, { minutes: MAILED_LINK_MINUTES })}
      </p>
      <Actions>
        <LinkButton kind={isOther ? "plain" : "main"} href={COMPANIES}>
          {t("companies")}
        </LinkButton>
      </Actions>
    </div>
  );
}
