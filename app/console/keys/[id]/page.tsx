import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { MissingPage } from "@/app/missing-page";
import { KeyPage } from "@/components/console/keys/key-page";
import { answerNotFound } from "@/lib/http/answer-not-found";
import { type Flash, readFlash } from "@/lib/http/flash";
import { MAX_ACTIVE_KEYS } from "@/lib/keys/key-limits";
import { findKey } from "@/lib/keys/list-keys";
import { requireSupplierManager } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../console-shell";
import { keyPath } from "../key-path";
import { revokeKeyAction } from "./revoke-key-action";
import { rotateKeyAction } from "./rotate-key-action";

type Props = PageProps<"/console/keys/[id]">;

const openKey = cache(async (id: string) => {
  const session = await requireSupplierManager();
  return { session, key: await findKey(session.viewer, id) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { key } = await openKey((await params).id);
  return { title: key ? key.name : (await getTranslations("notFound"))("pageTitle") };
}

export default async function Page({ params }: Props) {
  const { session, key } = await openKey((await params).id);
  if (!key) {
    answerNotFound();
    return <MissingPage />;
  }
  const { result } = await readFlash(keyPath(key.id));
  return (
    <ConsoleShell session={session} section="settings" settingsPage="keys">
      <KeyPage
        shownKey={key}
        timeZone={session.supplier.timeZone}
        errors={await errorsOf(result)}
        rotate={rotateKeyAction.bind(null, key.id)}
        revoke={revokeKeyAction.bind(null, key.id)}
      />
    </ConsoleShell>
  );
}

/** Returns why the form `action` was refused, in words. */
async function errorsOf({ reason, action }: Flash["result"]) {
  if (!reason || !action) return {};
  const t = await getTranslations("console.keys");
  const words = `${action}Errors.${reason}` as "rotationErrors.not_active";
  return t.has(words) ? { [action]: t(words, { max: MAX_ACTIVE_KEYS }) } : {};
}
