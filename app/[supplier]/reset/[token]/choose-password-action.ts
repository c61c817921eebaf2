"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { choosePassword } from "@/lib/recovery/choose-password";
import { findSupplier } from "@/lib/suppliers/find-supplier";

const typed = z.string().max(1_024).catch("");
const form = z.object({
  user: z.string().max(64).catch(""),
  password: typed,
  confirmation: typed,
});

/** Consumes the mailed link with a typed password; then the sign-in page, the identifier filled in (R8). */
export async function choosePasswordAction(slug: string, secret: string, data: FormData): Promise<void> {
  await requireSameOrigin();
  const supplier = await findSupplier(slug);
  if (!supplier) notFound();
  const { user, password, confirmation } = form.parse(Object.fromEntries(data));
  const result = await choosePassword({
    supplierId: supplier.id,
    secret,
    userId: user,
    password,
    confirmation,
  });
  const page = `/${supplier.slug}/reset`;
  if (result.ok) {
    dispatchSoon();
    await leaveFlash(`/${supplier.slug}`, {
      reason: "password_set",
      identifier: result.identifier,
      ...(result.wasAttached && { detached: "yes" }),
    });
    redirect(`/${supplier.slug}`);
  }
  if (result.reason === "refused") await leaveFlash(page, { faults: result.faults.join(" "), user });
  redirect(`${page}/${encodeURIComponent(secret)}`);
}
