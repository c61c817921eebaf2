import type { Contact } from "@/components/pages/contact-facts";

/** The supplier's details on the legal pages. Empty texts are left out. */
export interface LegalSupplier {
  name: string;
  legalName: string;
  siren: string | null;
  vatNumber: string | null;
  address: string;
  /** Directeur de la publication (loi n° 2004-575, article 6). */
  publisher: string;
  contact: Contact;
  retentionMonths: number;
}
