import { headers } from "next/headers";
import { UnavailablePage as UnavailableText } from "@/components/errors/unavailable-page";
import { PublicShell } from "@/components/shell/public-shell";
import { setPageStatus } from "@/lib/http/response-head";

/** The 503 page for when the database cannot be read, with a link to try again. */
export async function UnavailablePage() {
  setPageStatus(503);
  return (
    <PublicShell brand={null} links={[]}>
      <UnavailableText retryHref={(await headers()).get("x-path") ?? "/"} />
    </PublicShell>
  );
}
