import { getTranslations } from "next-intl/server";
import { Preview, type PreviewProps } from "@/components/invoices/preview/preview";
import type { PreviewWords } from "@/components/invoices/preview/preview-words";

/** The original's pages. */
export async function DocumentPreview({ href, start }: Pick<PreviewProps, "href" | "start">) {
  const t = await getTranslations("invoice.preview");
  return (
    <section aria-labelledby="preview" className="document-place">
      <h2 className="sr-only" id="preview">
        {t("title")}
      </h2>
      <Preview href={href} start={start} words={await previewWords()}>
        <p>{t("lead")}</p>
      </Preview>
    </section>
  );
}

/** The texts of the preview; the browser fills in the numbers. */
export async function previewWords(): Promise<PreviewWords> {
  const t = await getTranslations("invoice.preview");
  return {
    show: t("show"),
    openDocument: t("openDocument"),
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
  };
}
