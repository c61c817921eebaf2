/** The most characters that the number of an invoice may have (BT-1). */
export const INVOICE_NUMBER_LENGTH = 100;
