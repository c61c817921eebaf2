import { getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { ProofSubmit } from "@/components/ui/proof-submit";
import type { PersonOfAccount } from "@/lib/accounts/one/people/list-people";
import type { PersonAction } from "@/lib/accounts/one/people/person-actions";
import { Consequences } from "./action-box";

interface PersonActionsProps {
  person: PersonOfAccount;
  change: AnsweringAction;
}

/** The actions on one person. Each opens below its name and shows its consequences before it is sent. */
export async function PersonActions({ person, change }: PersonActionsProps) {
  const t = await getTranslations("console.account.access");
  const name = person.name || person.identifier;
  const isActive = person.status === "active";
  const offers: { action: PersonAction; label: string; lines: { when: string; what: string }[] }[] = [];
  if (person.obstacles.some(({ kind }) => kind === "blocked"))
    offers.push({
      action: "lift_block",
      label: t("liftBlock"),
      lines: [
        { when: t("now"), what: t("liftBlockNow", { name }) },
        { when: t("told"), what: t("toldBoth", { name }) },
        { when: t("unchanged"), what: t("passwordUnchanged") },
      ],
    });
  const isBounced = person.obstacles.some((one) => one.kind === "address_stopped" && one.state === "bounced");
  if (isActive && person.email !== null && !isBounced)
    offers.push({
      action: "send_link",
      label: t("sendLink"),
      lines: [
        { when: t("now"), what: t("sendLinkNow", { address: person.email }) },
        { when: t("unchanged"), what: t("sendLinkUnchanged", { name }) },
      ],
    });
  if (isActive && person.role === "member")
    offers.push({
      action: "administrator",
      label: t("administrator"),
      lines: [
        { when: t("now"), what: t("administratorNow", { name }) },
        { when: t("told"), what: t("toldBoth", { name }) },
      ],
    });
  if (isActive && !person.isNotified)
    offers.push({
      action: "disabled",
      label: t("disable"),
      lines: [
        { when: t("now"), what: t("disableNow", { name }) },
        { when: t("told"), what: t("toldJournal") },
      ],
    });
  if (!isActive)
    offers.push({
      action: "active",
      label: t("enable"),
      lines: [
        { when: t("now"), what: t("enableNow", { name }) },
        { when: t("told"), what: t("toldBoth", { name }) },
      ],
    });
  return (
    <div className="person-actions">
      {offers.map(({ action, label, lines }) => (
        <details key={action} name={`person-${person.id}`}>
          <summary>{label}</summary>
          <AnsweredForm action={change} className="action-content max-w-form">
            <input type="hidden" name="do" value={action} />
            <input type="hidden" name="person" value={person.id} />
            <Consequences lines={lines} />
            <ProofSubmit id={`proof-${action}-${person.id}`} kind={action === "disabled" ? "danger" : "main"}>
              {label}
            </ProofSubmit>
          </AnsweredForm>
        </details>
      ))}
    </div>
  );
}
