import { MissingPage } from "@/app/missing-page";
import { UnavailablePage } from "@/app/unavailable-page";
import { answerNotFound } from "@/lib/http/answer-not-found";
import { isUnavailable } from "@/lib/http/is-unavailable";
import { findSupplier } from "@/lib/suppliers/find-supplier";

/** A supplier's pages, or the page that says there is no such supplier, or that nobody can tell now. */
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
