import { getTranslations } from "next-intl/server";
import { AttachForm, type AttachRefusal } from "@/components/persons/attach-form";
import { OwnCompanies } from "@/components/persons/own-companies";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import type { OwnAccount } from "@/lib/persons/own-account";
import { MAILED_LINK_MINUTES } from "@/lib/tokens/life-spans";

/** The result of the last action. */
export type CompaniesOutcome =
  | { kind: "attached"; companyName: string; supplierName: string }
  | { kind: "detached" | "still_mine" | "link_requested"; identifier: string }
  | { kind: "not_attached" };

interface CompaniesPageProps {
  companies: readonly OwnAccount[];
  outcome: CompaniesOutcome | null;
  refusal: AttachRefusal | null;
  /** The initial value of the form's field. */
  identifier: string;
  /** Each receives `user`. */
  open: (form: FormData) => Promise<void>;
  detach: AnsweringAction;
  /** Receives `identifier` and `password`. */
  attach: AnsweringAction;
  /** Receives `identifier`. */
  askLink: (form: FormData) => Promise<void>;
}

/** `/profile/companies`: « Mes sociétés ». */
export async function CompaniesPage(props: CompaniesPageProps) {
  const t = await getTranslations("companies");
  return (
    <div className="grid gap-8">
      <div>
        <h1>{t("title")}</h1>
        <p className="mt-3 text-ink-2">{t("lead")}</p>
      </div>
      {props.outcome && <OutcomeNote outcome={props.outcome} />}
      <OwnCompanies companies={props.companies} open={props.open} detach={props.detach} />
      <Section title={t("attachTitle")}>
        <AttachForm
          refusal={props.refusal}
          identifier={props.identifier}
          attach={props.attach}
          askLink={props.askLink}
        />
      </Section>
    </div>
  );
}

const SENTENCES = { detached: "detached", still_mine: "stillMine", link_requested: "linkRequested" } as const;

async function OutcomeNote({ outcome }: { outcome: CompaniesOutcome }) {
  const t = await getTranslations("companies.outcome");
  if (outcome.kind === "not_attached")
    return (
      <Note tone="info">
        <p>{t("notAttached")}</p>
      </Note>
    );
  return (
    <Note tone={outcome.kind === "link_requested" ? "info" : "ok"}>
      <p>
        {outcome.kind === "attached"
          ? t("attached", { company: outcome.companyName, supplier: outcome.supplierName })
          : t.rich(SENTENCES[outcome.kind], {
              minutes: MAILED_LINK_MINUTES,
              identifier: () => <b className="font-mono">{outcome.identifier}</b>,
            })}
      </p>
    </Note>
  );
}
