/** An amount as stored: the currency's smallest unit and its ISO 4217 code. */
export interface Amount {
  minor: bigint;
  currency: string;
}
