import { getTranslations } from "next-intl/server";
import { Preview } from "@/components/invoices/preview/preview";

/** The preview of the original's pages, shown on request. */
export async function DocumentPreview({ href }: { href: string }) {
  const t = await getTranslations("invoice.preview");
  return (
    <section aria-labelledby="preview">
      <h2 className="sr-only" id="preview">
        {t("title")}
      </h2>
      <Preview
        href={href}
        words={{
          show: t("show"),
          loading: t("loading"),
          region: t("region"),
          position: t("position", { page: "{page}", pages: "{pages}" }),
          page: t("page", { page: "{page}" }),
          opened: t("opened", { pages: "{pages}" }),
          tooMany: t("tooMany"),
          zoomIn: t("zoomIn"),
          zoomOut: t("zoomOut"),
          zoom: t("zoom", { percent: "{percent}" }),
          fullScreen: t("fullScreen"),
          close: t("close"),
          failed: t("failed"),
        }}
      >
        <p>{t("lead")}</p>
      </Preview>
    </section>
  );
}
