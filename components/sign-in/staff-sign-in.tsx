import { getNow, getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { SignInFields } from "./sign-in-fields";
import type { SignInNoticeKind } from "./sign-in-notice";
import { wrongFields } from "./wrong-fields";

interface StaffSignInProps {
  notice: SignInNoticeKind | null;
  identifier: string;
  recoverHref: string | null;
  next: string | null;
  /** Receives `identifier`, `password` and, if set, `next`. */
  signIn: (form: FormData) => Promise<void>;
}

/** The sign-in form of staff and operators, shown on the home page below the list of suppliers. */
export async function StaffSignIn({ signIn, ...fields }: StaffSignInProps) {
  const [now, t] = await Promise.all([getNow(), getTranslations("suppliers")]);
  const wrong = wrongFields(fields.notice, fields.identifier);
  return (
    <section className="mt-10 max-w-form border-t border-ink pt-4" aria-labelledby="staff-sign-in">
      <h2 id="staff-sign-in">{t("staffTitle")}</h2>
      <p className="mt-2 mb-5 text-2 text-ink-2">{t("staffLead")}</p>
      <Form key={wrong ? now.getTime() : "first"} action={signIn} className="grid gap-6">
        <SignInFields {...fields} wrong={wrong} />
      </Form>
    </section>
  );
}
