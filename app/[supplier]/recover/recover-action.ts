"use server";

import { text } from "@/lib/actions/fields";
import { publicAction } from "@/lib/actions/wrappers";
import { answerRecovery } from "./answer-recovery";

/** Mails a link to the address given, and says what the FAQ says. */
export const recoverAction = publicAction({ email: text(320) }, (visitor, { email }, slug: string) =>
  answerRecovery(visitor, slug, email),
);
