"use server";

import { text } from "@/lib/actions/fields";
import { publicAction } from "@/lib/actions/wrappers";
import { answerRecovery } from "./answer-recovery";

/** Mails a recovery link to the given address and answers with the wording of the FAQ. */
export const recoverAction = publicAction({ email: text(320) }, (visitor, { email }, slug: string) =>
  answerRecovery(visitor, slug, email),
);
