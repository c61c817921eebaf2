"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { readListPath } from "@/lib/invoices/filter/invoice-paths";
import { saveFilter } from "@/lib/invoices/saved-filters/save-filter";
import { requireCustomer } from "@/lib/sign-in/session/current-session";

const form = z.object({ name: z.string().catch(""), query: z.string().catch("") });

export async function saveFilterAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const { viewer } = await requireCustomer();
  const { name, query } = form.parse(Object.fromEntries(data));
  const saving = await saveFilter(viewer, { name, query });
  const path = readListPath(new URLSearchParams(query));
  const said: Record<string, string> = saving.ok
    ? { saved: saving.name }
    : { refused: saving.reason, name: name.slice(0, 100) };
  await leaveFlash("/invoices", { ...said, path });
  redirect(path);
}
