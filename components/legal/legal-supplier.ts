import type { Contact } from "@/components/pages/contact-facts";

/** What the legal pages say about a supplier. Empty texts are left out. */
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
