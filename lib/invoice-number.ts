/** The maximum length of an invoice number (BT-1), in characters. */
export const INVOICE_NUMBER_LENGTH = 100;
