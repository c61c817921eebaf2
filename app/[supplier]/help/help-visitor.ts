import type { HelpAside } from "@/components/help/help-frame";
import {
  currentSession,
  type CustomerSession,
  isCustomerSession,
} from "@/lib/sign-in/session/current-session";
import type { Supplier } from "@/lib/suppliers/find-supplier";
import { getOwnProfile, type OwnProfile } from "@/lib/users/get-own-profile";
import { contactOf } from "../supplier-shell";

/** The reader of the help. `session` and `profile` are set only for a customer of this supplier. */
export interface HelpVisitor {
  session: CustomerSession | null;
  isSignedIn: boolean;
  profile: OwnProfile | null;
  aside: HelpAside;
}

/** Returns the reader, with the adviser of their account as contact, or else the supplier's customer service. */
export async function helpVisitor(supplier: Supplier): Promise<HelpVisitor> {
  const found = await currentSession();
  const isOwn =
    found !== null &&
    isCustomerSession(found) &&
    !found.mustChangePassword &&
    found.supplier.slug === supplier.slug;
  const session = isOwn ? found : null;
  const profile = session && (await getOwnProfile(session.viewer));
  const service = contactOf(supplier);
  const { name, email, phone } = profile?.adviser ?? { name: null, email: null, phone: null };
  return {
    session,
    isSignedIn: found !== null,
    profile,
    aside: {
      contact:
        name === null
          ? service
          : { ...service, adviserName: name, email: email ?? service.email, phone: phone ?? service.phone },
      invoicesHref: session && "/invoices",
    },
  };
}
