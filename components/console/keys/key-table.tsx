import { getLocale, getTranslations } from "next-intl/server";
import { formatInstant } from "@/lib/dates";
import type { ListedKey } from "@/lib/keys/list-keys";

interface KeyTableProps {
  /** What screen readers call the table. */
  label: string;
  keys: readonly ListedKey[];
  timeZone: string;
}

/** Keys, one a row; cards on a phone. */
export async function KeyTable({ label, keys, timeZone }: KeyTableProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.keys")]);
  const instant = (at: Date) => formatInstant(at, locale, timeZone);
  return (
    <table className="plain-table table-cards" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("scopes")}</th>
          <th scope="col">{t("created")}</th>
          <th scope="col">{t("expires")}</th>
          <th scope="col">{t("lastUsed")}</th>
          <th scope="col">{t("state")}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <th scope="row" className="card-line">
              <a className="tap-link wrap-anywhere" href={`/console/keys/${key.id}`}>
                {key.name}
              </a>
              <small className="font-mono">{key.prefix}…</small>
            </th>
            <td className="card-line" data-label={t("scopes")}>
              {key.scopes.map((scope) => t(`scopeNames.${scope}`)).join(", ")}
            </td>
            <td className="card-line" data-label={t("created")}>
              {instant(key.createdAt)}
            </td>
            <td className="card-line" data-label={t("expires")}>
              {key.expiresAt ? instant(key.expiresAt) : t("neverExpires")}
            </td>
            <td className="card-line" data-label={t("lastUsed")}>
              {key.lastUsedAt ? instant(key.lastUsedAt) : t("neverUsed")}
            </td>
            <td className="card-line" data-label={t("state")}>
              {t(`states.${key.state}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
