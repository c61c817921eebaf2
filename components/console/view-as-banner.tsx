import { getLocale, getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import { formatInstant } from "@/lib/dates";

interface ViewAsBannerProps {
  /** Identifier and name of the viewed user. */
  person: string;
  companyName: string;
  reason: string;
  until: Date;
  timeZone: string;
  leave: (form: FormData) => Promise<void>;
}

/**
 * The banner above every page while staff view as a customer: the user, the reason, the end of the view, and the button
 * to leave it.
 */
export async function ViewAsBanner({
  person,
  companyName,
  reason,
  until,
  timeZone,
  leave,
}: ViewAsBannerProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.viewAs")]);
  return (
    <div className="note note-warn mb-6" role="status">
      <Icon name="warning" />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2>{t("banner", { person, company: companyName })}</h2>
          <p>{t("bannerLimits", { reason, until: formatInstant(until.getTime(), locale, timeZone) })}</p>
        </div>
        <Form action={leave}>
          <SubmitButton>{t("leave")}</SubmitButton>
        </Form>
      </div>
    </div>
  );
}
