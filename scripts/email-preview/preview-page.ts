import { isLocale, type Locale, LOCALES } from "@/lib/languages";
import { MAIL_SAMPLES } from "@/lib/mails/kinds/mail-kinds";
import type { MailSample } from "@/lib/mails/kinds/mail-sample";
import { escapeHtml } from "@/lib/mails/writing/html-writing";
import { deriveAccent, isBrandColor } from "@/lib/suppliers/accent";

const BRANDS = ["#0b4f6c", "#5b2a86", "#ff8a00"];

const STYLE = `
  body { margin: 24px; font: 15px/1.5 system-ui, sans-serif; color-scheme: light dark; }
  nav a { margin-right: 12px } ul { padding-left: 20px }
  .both { display: flex; gap: 24px; align-items: flex-start; flex-wrap: wrap }
  iframe { border: 1px solid #8888; height: 1500px } pre { white-space: pre-wrap; max-width: 90ch }`;

/**
 * Returns one page of the preview: `/` is the list, `/NAME/LOCALE` a mail at both widths with its text,
 * `/NAME/LOCALE.html` only the mail; `?brand=0b4f6c` shows it in another supplier's colour. Null for an unknown path.
 */
export function previewPage(url: URL): string | null {
  if (url.pathname === "/") return page("Mails", list());
  const [, name, locale, isAlone] = /^\/([a-z-]+)\/([a-z]+)(\.html)?$/.exec(url.pathname) ?? [];
  const sample = MAIL_SAMPLES.find((candidate) => candidate.name === name);
  if (!sample || !isLocale(locale)) return null;
  const brand = `#${url.searchParams.get("brand") ?? "0b4f6c"}`;
  const mail = withBrand(sample, locale, isBrandColor(brand) ? brand : "#0b4f6c").render();
  if (isAlone) return mail.html;
  const frame = `/${sample.name}/${locale}.html${url.search}`;
  return page(
    mail.subject,
    `<nav><a href="/">Mails</a>${links(sample.name)}</nav><h1>${escapeHtml(mail.subject)}</h1>
    <div class="both"><iframe title="320 px" src="${frame}" width="320"></iframe>
    <iframe title="700 px" src="${frame}" width="700"></iframe><pre>${escapeHtml(mail.text)}</pre></div>`,
  );
}

function list(): string {
  return `<h1>Mails</h1><ul>${MAIL_SAMPLES.map(({ name }) => `<li>${name}: ${links(name)}</li>`).join("")}</ul>`;
}

function links(name: string): string {
  return LOCALES.flatMap((locale) =>
    BRANDS.map((brand) => `<a href="/${name}/${locale}?brand=${brand.slice(1)}">${locale} ${brand}</a>`),
  ).join(" ");
}

/** Returns the sample in the given language and the supplier's colour. */
function withBrand(sample: MailSample, locale: Locale, brand: string): MailSample {
  const colors = deriveAccent(brand);
  return sample.changed((props) => ({ ...props, locale, supplier: { ...props.supplier, colors } }));
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style>${body}</html>`;
}
