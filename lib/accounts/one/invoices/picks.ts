/** The names of the boxes that choose invoices of one page of the list. */
export const PICKS = Array.from({ length: 10 }, (_, place) => `pick${place}`);
