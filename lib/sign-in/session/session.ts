import { sqlClient } from "@/db/client";
import { isSupplierStaff, type SignedInUser, userViewer } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import type { Locale } from "@/lib/languages";
import { type Logo, logoOf, type StoredLogo } from "@/lib/logo";
import { RETENTION_MONTHS } from "@/lib/month-settings";
import type { Channel, Preference } from "@/lib/preferences";
import { IDLE_MINUTES } from "@/lib/session-lifetime";
import type { TradeWords } from "@/lib/trade-words";
import { findViewedUser, type ViewedUser } from "./viewed-user";

/** The signed-in user, with what every page's header shows. */
export interface Session {
  id: string;
  viewer: SignedInUser;
  identifier: string;
  name: string;
  locale: Locale;
  /** Null: the supplier's default display history. */
  historyMonths: number | null;
  /** The time of this user's previous sign-in; null on a first visit. */
  previousVisitAt: Date | null;
  /** The supplier on whose page the user signed in; null if it is the user's own (R11). */
  entrySupplier: { slug: string; name: string } | null;
  mustChangePassword: boolean;
  account: {
    customerNumber: string;
    companyName: string;
    companySiren: string | null;
    preference: Preference;
    channel: Channel;
  } | null;
  supplier:
    | ({
        slug: string;
        name: string;
        brandColor: string;
        timeZone: string;
        retentionMonths: number;
      } & SupplierLook)
    | null;
  /** The customer's user as whom this member of staff views the portal now; null for everybody else. */
  viewAs: ViewedUser | null;
}

/** What a supplier's pages show of it, besides name and colour. */
interface SupplierLook {
  logo: Logo | null;
  languages: Locale[];
  tradeWords: TradeWords;
}

type StoredLook = StoredLogo & Pick<SupplierLook, "languages" | "tradeWords">;

const supplierLook = ({ languages, tradeWords, ...logo }: StoredLook): SupplierLook => ({
  ...{ logo: logoOf(logo), languages, tradeWords },
});

interface Row {
  user_id: string;
  identifier: string;
  user_name: string;
  role: SignedInUser["kind"];
  locale: Locale;
  history_months: number | null;
  previous_visit_at: Date | null;
  entry_supplier_slug: string | null;
  entry_supplier_name: string | null;
  must_change_password: boolean;
  account_id: string | null;
  customer_number: string | null;
  company_name: string | null;
  company_siren: string | null;
  preference: Preference | null;
  channel: Channel | null;
  supplier_id: string | null;
  supplier_slug: string | null;
  supplier_name: string | null;
  brand_color: string | null;
  time_zone: string | null;
  retention_months: number | null;
  /** JSON: a `StoredLook`. */
  supplier_look: string;
}

/**
 * The session with this id, read from the database each time. Null when it is unknown, ended, idle for 30 minutes
 * (staff 15) or older than 8 hours, or when its user was disabled, changed the password (stamp) or lost the account.
 * Null too while it waits for the second factor (`session/waiting-session.ts`). A request that the page makes by
 * itself, to show progress, does not count as activity.
 */
export async function resumeSession(id: string, { isActivity = true } = {}): Promise<Session | null> {
  const [row] = await sqlClient()<Row[]>`
    select * from auth_open_session(${id}, ${now()}, make_interval(mins => ${IDLE_MINUTES}), ${isActivity})`;
  if (!row) return null;
  const viewer = userViewer({
    userId: row.user_id,
    role: row.role,
    accountId: row.account_id,
    supplierId: row.supplier_id,
  });
  return {
    id,
    viewer,
    viewAs: isSupplierStaff(viewer) ? await findViewedUser(id, viewer) : null,
    identifier: row.identifier,
    name: row.user_name,
    locale: row.locale,
    historyMonths: row.history_months,
    previousVisitAt: row.previous_visit_at,
    entrySupplier:
      row.entry_supplier_slug === null
        ? null
        : { slug: row.entry_supplier_slug, name: row.entry_supplier_name ?? "" },
    mustChangePassword: row.must_change_password,
    account: row.account_id
      ? {
          customerNumber: row.customer_number ?? "",
          companyName: row.company_name ?? "",
          companySiren: row.company_siren,
          preference: row.preference ?? "none",
          channel: row.channel ?? "electronic",
        }
      : null,
    supplier: row.supplier_id
      ? {
          slug: row.supplier_slug ?? "",
          name: row.supplier_name ?? "",
          brandColor: row.brand_color ?? "",
          timeZone: row.time_zone ?? "Europe/Paris",
          retentionMonths: row.retention_months ?? RETENTION_MONTHS.default,
          ...supplierLook(JSON.parse(row.supplier_look) as StoredLook),
        }
      : null,
  };
}
