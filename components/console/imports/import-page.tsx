import { getLocale, getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { formatInstant } from "@/lib/dates";
import type { ImportFound } from "@/lib/imports/get-import";
import type { ImportField } from "@/lib/imports/import-fields";
import type { Verdict } from "@/lib/imports/import-verdict";
import type { ImportLine } from "@/lib/imports/list-import-lines";
import { AccountsBreadcrumb } from "./accounts-breadcrumb";
import { ApplyBar } from "./apply-bar";
import { ColumnMap } from "./column-map";
import { ImportProgress } from "./import-progress";
import { VerdictList } from "./verdict-list";

interface ImportPageProps {
  found: ImportFound;
  fields: readonly ImportField[];
  verdicts: readonly Verdict[];
  shown: Verdict | null;
  lines: readonly ImportLine[];
  nextHref: string | null;
  firstHref: string | null;
  timeZone: string;
  undoDays: number;
  /** Why the last form was refused; "" when it was not. */
  reason: string;
  typedCount: string;
  actions: {
    changeColumns: (form: FormData) => Promise<void>;
    force: (line: string, isForced: string, form: FormData) => Promise<void>;
    apply: AnsweringAction;
    undo: AnsweringAction;
    discard: (form: FormData) => Promise<void>;
  };
}

/** `/console/accounts/import/{id}`: the columns, the verdict for each line, « Appliquer », progress and « Annuler ». */
export async function ImportPage(props: ImportPageProps) {
  const { found, actions, reason } = props;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.imports")]);
  const path = `/console/accounts/import/${found.id}`;
  const { state, counts } = found;
  const isOpen = state === "checked";
  const undo = (
    <AnsweredForm action={actions.undo} className="mt-3 grid max-w-text gap-3">
      <ProofSubmit id="undo-proof" kind="danger">
        {t("undo.button")}
      </ProofSubmit>
    </AnsweredForm>
  );
  const lines = t("lines", { count: found.lineCount });
  const title = found.sheet === null ? lines : t("ofSheet", { sheet: found.sheet, lines });
  return (
    <>
      <AccountsBreadcrumb to="imports" />
      <div className="page-head">
        <div>
          <h1>{t("title")}</h1>
          <p className="mt-1 text-2 text-ink-2">
            <b className="break-words">{found.fileName}</b>, {title}. {isOpen && t("nothingYet")}
          </p>
        </div>
        <div className="actions">
          <LinkButton href="/console/accounts/import">{t("otherFile")}</LinkButton>
          {(isOpen || state === "checking") && (
            <Form action={actions.discard}>
              <SubmitButton kind="quiet">{t("discard")}</SubmitButton>
            </Form>
          )}
        </div>
      </div>
      <div className="grid gap-8">
        {isNotDone(reason) && <Note tone="warn">{t(`notDone.${reason}`)}</Note>}
        {found.progress !== null && (state === "checking" || state === "applying" || state === "undoing") && (
          <ImportProgress key={state} state={state} {...found.progress} path={path} />
        )}
        {state === "applying" && undo}
        {state === "applied" && (
          <Note
            tone={counts.skipped > 0 ? "warn" : "ok"}
            title={t("done.applied", { count: counts.applied })}
          >
            <p>
              {found.appliedAt &&
                t("done.at", { at: formatInstant(found.appliedAt, locale, props.timeZone) })}{" "}
              {counts.skipped > 0 && t("done.skipped", { count: counts.skipped })}{" "}
              {t("undo.until", { days: props.undoDays })}
            </p>
            {counts.applied > 0 && undo}
          </Note>
        )}
        {state === "undone" && (
          <Note tone={counts.kept > 0 ? "warn" : "ok"} title={t("done.undone", { count: counts.undone })}>
            <p>{counts.kept > 0 ? t("done.kept", { count: counts.kept }) : t("done.allUndone")}</p>
          </Note>
        )}
        {isOpen && (
          <ColumnMap
            columns={found.columns}
            fields={props.fields}
            isTwice={reason === "column_twice"}
            changeColumns={actions.changeColumns}
          />
        )}
        {state !== "checking" && (
          <VerdictList
            counts={counts}
            verdicts={props.verdicts}
            shown={props.shown}
            lines={props.lines}
            path={path}
            nextHref={props.nextHref}
            firstHref={props.firstHref}
            timeZone={props.timeZone}
            isApplied={!isOpen}
            force={isOpen ? actions.force : null}
          />
        )}
        {isOpen && (
          <ApplyBar
            found={found}
            refusal={reason === "count_differs" ? t("apply.differs") : null}
            typed={props.typedCount}
            apply={actions.apply}
          />
        )}
      </div>
    </>
  );
}

const NOT_DONE = ["import_started", "import_unchecked", "nothing_to_apply", "import_not_applied"] as const;

/** Whether an action was refused because the import had changed since the page was shown. */
const isNotDone = (reason: string): reason is (typeof NOT_DONE)[number] =>
  NOT_DONE.some((one) => one === reason);
