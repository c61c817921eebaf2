"use server";

import { requireCustomer } from "@/lib/auth/current-session";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { isHistoryChoice } from "@/lib/invoices/display-history";
import { setDisplayHistory } from "@/lib/users/set-display-history";
import { redirect } from "next/navigation";
import { z } from "zod";

const form = z.object({ months: z.coerce.number().refine(isHistoryChoice) });

export async function saveDisplayHistoryAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const { viewer } = await requireCustomer();
  const { months } = form.parse(Object.fromEntries(data));
  await setDisplayHistory(viewer, months);
  await leaveFlash("/profile/display", { saved: "yes" });
  redirect("/profile/display");
}
