import { getLocale, getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { formatName } from "@/components/invoices/document/format-name";
import { profileName } from "@/components/invoices/document/profile-name";
import { Facts } from "@/components/ui/facts";
import { Icon } from "@/components/ui/icon";
import { formatDate } from "@/lib/dates";
import type { InvoiceView, NameLink } from "@/lib/invoices/one/invoice-view";
import { formatMoney } from "@/lib/money";

/** The facts read from the file: first the amount, then what a reader needs. */
export async function InvoiceFacts({ invoice }: { invoice: InvoiceView }) {
  const [locale, t, trade] = await Promise.all([
    getLocale(),
    getTranslations("invoice.facts"),
    getTranslations("trade"),
  ]);
  const proof = await getTranslations("invoice.proof");
  const { signedWithVatMinor, signedWithoutVatMinor, vatMinor } = invoice;
  const money = (minor: bigint) => formatMoney(minor, invoice.currency, locale);
  return (
    <section className="section" aria-labelledby="amount">
      <h2 className="sr-only" id="amount">
        {t("title")}
      </h2>
      <p className="text-7 leading-none font-bold whitespace-nowrap [letter-spacing:-0.02em]">
        {money(signedWithVatMinor)}
      </p>
      <p className="mt-1 mb-4 text-2 text-ink-2">
        {invoice.type === "credit_note"
          ? t("creditedToYou")
          : invoice.dueOn === null
            ? t("withVat")
            : t("payableOn", { way: invoice.paymentWay, date: formatDate(invoice.dueOn, locale) })}
      </p>
      <p className="mb-4 text-2">
        <Icon name="check" className="text-ok" /> <b className="text-ok">{proof("intact")}</b>{" "}
        <a className="tap-link print:hidden" href="#fingerprint">
          {proof("show")}
        </a>
      </p>
      <Facts
        facts={[
          { term: t("transferAccount"), value: invoice.transferAccount },
          { term: t("issuedOn", { type: invoice.type }), value: formatDate(invoice.issuedOn, locale) },
          {
            term: trade(invoice.contracts.length === 1 ? "contract.one" : "contract.other"),
            value: invoice.contracts.length > 0 && <Names names={invoice.contracts} />,
          },
          {
            term: trade(invoice.vehicles.length === 1 ? "vehicle.one" : "vehicle.other"),
            value: invoice.vehicles.length > 0 && <Names names={invoice.vehicles} />,
          },
          {
            term: t(vatMinor === null ? "withoutVat" : "withoutVatAndVat"),
            value:
              signedWithoutVatMinor === null ? null : (
                <>
                  {money(signedWithoutVatMinor)}
                  {vatMinor !== null && ` + ${money(vatMinor)}`}
                </>
              ),
          },
          { term: t("seller"), value: invoice.sellerName },
          { term: t("buyer"), value: invoice.buyerName },
          {
            term: t("format"),
            value: [
              formatName(invoice.format),
              invoice.profile && t("profile", { profile: profileName(invoice.profile) }),
            ]
              .filter(Boolean)
              .join(", "),
          },
          { term: t("hereUntil"), value: t("until", { date: formatDate(invoice.removeAfter, locale) }) },
        ]}
      />
    </section>
  );
}

/** The maximum number of names shown as links; a fleet invoice can have hundreds. */
const MAX_NAMES = 20;

async function Names({ names }: { names: readonly NameLink[] }) {
  const t = await getTranslations("invoice.facts");
  return (
    <>
      {names.slice(0, MAX_NAMES).map(({ name, href }, index) => (
        <Fragment key={name}>
          {index > 0 && ", "}
          <a className="inline-block" href={href}>
            {name}
          </a>
        </Fragment>
      ))}
      {names.length > MAX_NAMES && ` ${t("others", { count: names.length - MAX_NAMES })}`}
    </>
  );
}
