import { getTranslations } from "next-intl/server";

/** Says that a refused password began or ended with a space, which a field of dots does not show. */
export async function SpaceAtEndsHint() {
  const t = await getTranslations("password");
  return <p className="mt-2">{t("spaceAtEnds")}</p>;
}
