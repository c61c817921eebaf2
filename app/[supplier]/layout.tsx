import { MissingPage } from "@/app/missing-page";
import { UnavailablePage } from "@/app/unavailable-page";
import { answerNotFound } from "@/lib/http/answer-not-found";
import { isUnavailable } from "@/lib/http/is-unavailable";
import { findSupplier } from "@/lib/suppliers/find-supplier";

/** The layout of a supplier's pages. Shows a 404 page for an unknown supplier, a 503 page when it cannot be read. */
export default async function Layout({ params, children }: LayoutProps<"/[supplier]">) {
  try {
    if (await findSupplier((await params).supplier)) return children;
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return <UnavailablePage />;
  }
  answerNotFound();
  return <MissingPage />;
}
