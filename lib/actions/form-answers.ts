import { z } from "zod";
import { sqlClient } from "@/db/client";
import { atMostEvery } from "@/lib/at-most-every";
import { MINUTE_MS } from "@/lib/durations";
import { seal, unseal } from "@/lib/seal";
import { setCookie } from "./set-cookies";

/*
 * The answers to forms, kept so that a form sent twice gets its first answer again. An answer may contain a password that
 * is shown once, or a session's cookie, so its key is derived from the form's id, of which the database has only a digest.
 */

const answer = z.object({
  /** Where the browser is redirected; null when `shown` replaces the form. */
  to: z.string().nullable(),
  /** The properties of the component that is shown in the form's place. */
  shown: z.record(z.string(), z.unknown()),
  cookies: z.array(setCookie),
});

/** All that the response to a form consists of. */
export type KeptAnswer = z.infer<typeof answer>;

/** Claims a form: `first` when the caller must run it, otherwise the first answer, or null while the first copy runs. */
export async function claimForm(
  form: { id: string; keyHash: string },
  at: Date,
  until: Date,
): Promise<{ isFirst: true } | { isFirst: false; answer: KeptAnswer | null }> {
  const [row] = await sqlClient()<{ is_first: boolean; first_answer: string | null }[]>`
    select * from auth_claim_form(${bytes(form.keyHash)}, ${at}, ${until})`;
  if (row?.is_first) return { isFirst: true };
  return { isFirst: false, answer: row?.first_answer ? opened(row.first_answer, form.id) : null };
}

/** Keeps the answer of a claimed form until `until`. */
export async function keepAnswer(
  form: { id: string; keyHash: string },
  kept: KeptAnswer,
  until: Date,
): Promise<void> {
  const sealed = seal({ purpose: "form_answer", of: form.id }, JSON.stringify(kept), until);
  await sqlClient()`select auth_keep_form_answer(${bytes(form.keyHash)}, ${sealed}, ${until})`;
}

/** Gives a claim back after a failure, so that the form can be sent again. */
export async function releaseForm(keyHash: string): Promise<void> {
  await sqlClient()`select auth_release_form(${bytes(keyHash)})`;
}

const isSweepDue = atMostEvery(10 * MINUTE_MS);

/** Deletes expired answers, at most every ten minutes in each process. Returns the number deleted. */
export async function sweepFormAnswers(at: Date): Promise<number> {
  if (!isSweepDue(at)) return 0;
  const [row] = await sqlClient()<{ gone: string }[]>`select auth_sweep_form_answers(${at}) as gone`;
  return Number(row?.gone ?? 0);
}

/** Opens an answer. Throws when that is not possible: it has just expired, or another instance has another secret. */
function opened(sealed: string, formId: string): KeptAnswer {
  const json = unseal({ purpose: "form_answer", of: formId }, sealed);
  if (json === null) throw new Error("The answer of a form cannot be opened.");
  return answer.parse(JSON.parse(json));
}

const bytes = (hex: string) => Buffer.from(hex, "hex");
