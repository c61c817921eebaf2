import { setTimeout as wait } from "node:timers/promises";
import { now } from "@/lib/clock";
import { MINUTE_MS } from "@/lib/durations";
import { readFormId } from "@/lib/form-id";
import { describeError, log } from "@/lib/log";
import { sha256Hex } from "@/lib/sha256";
import { claimForm, keepAnswer, type KeptAnswer, releaseForm } from "./form-answers";

/** A form sent again within this time (double click, reload, back) gets its first answer. */
const ANSWER_LASTS_MS = 10 * MINUTE_MS;

/** A refused form can be sent again soon: the reason may be gone (a wait, a limit). Longer than a double click. */
const REFUSAL_LASTS_MS = 5_000;

/** After this time a copy of the form runs, although the first has not answered: its process must have ended. */
const CLAIM_LASTS_MS = MINUTE_MS;

const ASK_AGAIN_MS = 50;

interface SentForm {
  form: FormData;
  /** The names of the fields that the action reads. They also tell two actions of one form apart. */
  fields: readonly string[];
  /** The values bound by the page. */
  bound: readonly string[];
}

/**
 * Runs a form once and returns its answer; an identical copy of it gets the same answer, on any instance, also while the
 * first still runs. A double click, a reload or the back button sends such a copy: it has the same random id, fields and
 * bound values.
 * A form without an id, which no page of ours sends, runs each time. When `run` throws, the next copy runs.
 */
export async function answerOnce(
  sent: SentForm,
  run: () => Promise<KeptAnswer & { isRefusal: boolean }>,
): Promise<KeptAnswer> {
  const id = readFormId(sent.form);
  if (id === null) return run();
  const copy = { id, keyHash: await digestOf(id, sent) };
  for (;;) {
    const claim = await claimForm(copy, now(), after(CLAIM_LASTS_MS));
    if (claim.isFirst) break;
    if (claim.answer) return claim.answer;
    await wait(ASK_AGAIN_MS);
  }
  const { isRefusal, ...answer } = await runOrRelease(copy.keyHash, run);
  // The form has run and must not run again even when its answer cannot be stored: the claim still holds back other
  // copies for a minute.
  await keepAnswer(copy, answer, after(isRefusal ? REFUSAL_LASTS_MS : ANSWER_LASTS_MS)).catch(
    (error: unknown) => log("error", "form_answer_lost", describeError(error)),
  );
  return answer;
}

async function runOrRelease<Result>(keyHash: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    // The error of the action matters, not one while releasing: the claim ends by itself.
    await releaseForm(keyHash).catch(() => {});
    throw error;
  }
}

const after = (ms: number) => new Date(now().getTime() + ms);

async function digestOf(id: string, { form, fields, bound }: SentForm): Promise<string> {
  const values = fields.map(async (name) => [name, await Promise.all(form.getAll(name).map(written))]);
  return sha256Hex(JSON.stringify([id, bound, await Promise.all(values)]));
}

/** A text, or the digest of a file: another file in the same form is another form. */
const written = async (value: string | File): Promise<string> =>
  typeof value === "string" ? value : sha256Hex(new Uint8Array(await value.arrayBuffer()));
