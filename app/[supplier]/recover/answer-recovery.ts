import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { clientAddress } from "@/lib/http/client-address";
import { leaveFlash } from "@/lib/http/flash";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { requestRecovery } from "@/lib/recovery/request-recovery";
import { findSupplier } from "@/lib/suppliers/find-supplier";

/** Asks for a link on behalf of whoever typed the address, and shows the answer on the recovery page. */
export async function answerRecovery(slug: string, email: string): Promise<never> {
  const supplier = await findSupplier(slug);
  if (!supplier) notFound();
  const answer = await requestRecovery({
    supplier,
    email,
    address: clientAddress(await headers()),
    locale: await getLocale(),
  });
  dispatchSoon();
  const page = `/${supplier.slug}/recover`;
  await leaveFlash(page, { answer, email: email.trim().slice(0, 254) });
  redirect(page);
}
