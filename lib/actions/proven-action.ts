import type { ReactNode } from "react";
import type { AnswerInPage } from "@/lib/answer-in-page";
import { readVisitor } from "@/lib/http/visitor";
import { PROOF_FIELD } from "@/lib/proof-field";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { Session } from "@/lib/sign-in/session/session";
import { actionFor, type Typed } from "./action-for";
import { type Answer, refuse, type Shown } from "./answer";
import { type FormFields, secret } from "./fields";
import { type FormAgain, formAgain, type ToConfirm } from "./form-again";

/** The server action of an `AnsweredForm`, which may be shown again to ask for a proof. */
type ProvenAction<Bound extends string[]> = (
  ...sent: [...Bound, shown: ReactNode | FormAgain | AnswerInPage, form?: FormData]
) => Promise<ReactNode | FormAgain | AnswerInPage>;

type Outcome = Answer | Shown<object> | ToConfirm;

/**
 * Makes the wrapper for actions that give or change access. It is `actionFor`, and it also checks the proof in the
 * form, if any, before the operation: a wrong one is refused and counted like a sign-in. The operation decides
 * whether a proof is needed: it refuses with `proof_needed`, and the form is shown again with a field for the proof.
 */
export function provenActionFor<Person extends Session>(recognise: () => Promise<Person>) {
  const plainAction = actionFor(recognise);
  function action<Fields extends FormFields, Bound extends string[] = []>(
    fields: Fields,
    run: (person: Person, typed: Typed<Fields>, ...bound: Bound) => Promise<Answer | ToConfirm>,
  ): ProvenAction<Bound>;
  function action<Fields extends FormFields, Props extends object, Bound extends string[] = []>(
    fields: Fields,
    run: (
      person: Person,
      typed: Typed<Fields>,
      ...bound: Bound
    ) => Promise<Answer | Shown<Props> | ToConfirm>,
    Show: (props: Props) => ReactNode | Promise<ReactNode>,
  ): ProvenAction<Bound>;
  function action(
    fields: FormFields,
    run: (person: Person, typed: Record<string, unknown>, ...bound: string[]) => Promise<Outcome>,
    Show?: (props: never) => ReactNode | Promise<ReactNode>,
  ) {
    const runProven = async (
      session: Person,
      { [PROOF_FIELD]: proof, ...typed }: Record<string, unknown>,
      ...bound: string[]
    ): Promise<Answer | Shown<object>> => {
      const given = await checkTyped(session, String(proof ?? ""));
      const answer = given.ok ? await run(session, typed, ...bound) : refuse("/", given);
      if ("toConfirm" in answer)
        return {
          shown: formAgain(
            { ...typed, ...answer.shownValues },
            { proofRequest: null, details: answer.toConfirm },
          ),
          isRefusal: true,
        };
      const facts = "to" in answer ? answer.message?.facts : undefined;
      return facts?.reason === "proof_needed"
        ? { shown: formAgain(typed, { proofRequest: proofRequestOf(facts), details: null }), isRefusal: true }
        : answer;
    };
    // `actionFor` reads from the length how many values the page binds.
    Object.defineProperty(runProven, "length", { value: run.length });
    // An answer with `typed` shows the form again. The form renders it (`answered-form-state.tsx`), not `Show`.
    const show = (shown: object) =>
      "typed" in shown ? (shown as unknown as ReactNode) : Show?.(shown as never);
    return plainAction({ ...fields, [PROOF_FIELD]: secret() }, runProven, show);
  }
  return action;
}

async function checkTyped(session: Session, proof: string): Promise<{ ok: true } | StaleProof> {
  if (proof === "") return { ok: true };
  return checkFreshProof(session, { ...(await readVisitor()), secret: proof });
}

/** `facts` are those of a `StaleProof`. */
function proofRequestOf({
  kind,
  identifier = "",
  minutes = "",
  problem,
}: Record<string, string>): FormAgain["proofRequest"] {
  const named = (["wrong", "used", "busy", "too_many"] as const).find((one) => one === problem) ?? "none";
  return { kind: kind === "code" ? "code" : "password", identifier, problem: named, minutes };
}
