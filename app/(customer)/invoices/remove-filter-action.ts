"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { readListPath } from "@/lib/invoices/filter/invoice-paths";
import { removeSavedFilter } from "@/lib/invoices/saved-filters/remove-saved-filter";
import { requireCustomer } from "@/lib/sign-in/session/current-session";

const form = z.object({ id: z.string().catch(""), query: z.string().catch("") });

export async function removeFilterAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const { viewer } = await requireCustomer();
  const { id, query } = form.parse(Object.fromEntries(data));
  const removed = await removeSavedFilter(viewer, id);
  const path = readListPath(new URLSearchParams(query));
  if (removed !== null) await leaveFlash("/invoices", { removed, path });
  redirect(path);
}
