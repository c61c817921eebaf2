import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewDepositPage } from "@/components/console/deposits/new-deposit-page";
import { UPLOAD_LIMITS } from "@/lib/deposits/console-upload";
import { FILE_LIMIT_MB } from "@/lib/formats/file-limit";
import { readFlash } from "@/lib/http/flash";
import { requireSupplierManager } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../console-shell";
import { isUploadRefusal, UPLOAD_PAGE } from "./upload-result";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.deposits.new"))("title") };
}

export default async function Page() {
  const session = await requireSupplierManager();
  const [t, { result }] = await Promise.all([
    getTranslations("console.deposits.new"),
    readFlash(UPLOAD_PAGE),
  ]);
  const limits = {
    megabytes: FILE_LIMIT_MB,
    files: UPLOAD_LIMITS.files,
    bytes: UPLOAD_LIMITS.file,
  };
  const { refusal } = result;
  const count = (outcome: string) => Number(result[outcome] ?? 0);
  return (
    <ConsoleShell session={session} section="deposits">
      <NewDepositPage
        action={`${UPLOAD_PAGE}/file`}
        limits={limits}
        counts={{
          created: count("created"),
          already_there: count("already_there"),
          refused: count("refused"),
          too_large: count("too_large"),
        }}
        refusal={isUploadRefusal(refusal) ? t(`refusals.${refusal}`, limits) : null}
      />
    </ConsoleShell>
  );
}
