"use server";

import { z } from "zod";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { answerRecovery } from "./answer-recovery";

const form = z.object({ email: z.string().max(320).catch("") });

/** Mails a link to the address given, and says what the FAQ says. */
export async function recoverAction(slug: string, data: FormData): Promise<void> {
  await requireSameOrigin();
  await answerRecovery(slug, form.parse(Object.fromEntries(data)).email);
}
