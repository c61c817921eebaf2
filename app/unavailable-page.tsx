import { headers } from "next/headers";
import { UnavailablePage as Words } from "@/components/errors/unavailable-page";
import { PublicShell } from "@/components/shell/public-shell";
import { setPageStatus } from "@/lib/http/response-head";

/** Stands where nothing can be read: a 503, with a way to try again. */
export async function UnavailablePage() {
  setPageStatus(503);
  return (
    <PublicShell brand={null} links={[]}>
      <Words retryHref={(await headers()).get("x-path") ?? "/"} />
    </PublicShell>
  );
}
