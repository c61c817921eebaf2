import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import type { ImportColumns } from "./import-fields";
import type { Judgement } from "./import-verdict";
import { judgeLine } from "./judge-line";
import { loadRecorded, possibleNumbers } from "./load-recorded";
import { readLine } from "./read-line";

export interface LineToJudge {
  line: number;
  cells: readonly string[];
  isForced: boolean;
}

/**
 * Judges lines against what is recorded now. `earlierOf` returns, for customer numbers, the first line before these that
 * has the number and is not refused.
 */
export async function judgeLines(
  tx: Transaction,
  viewer: StaffUser,
  columns: ImportColumns,
  lines: readonly LineToJudge[],
  earlierOf: (numbers: readonly string[]) => Promise<Map<string, number>>,
): Promise<(LineToJudge & { judgement: Judgement })[]> {
  const read = lines.map((line) => ({ ...line, read: readLine(line.cells, columns) }));
  const recorded = await loadRecorded(
    tx,
    viewer,
    read.map((one) => one.read),
  );
  const numberOf = (written: string | null) => {
    const possible = recorded.accountsOf(written);
    return possible.length === 1 ? (possible[0]?.customerNumber ?? written) : written;
  };
  /** The number of the line's account; for a new customer, every form of the number that an earlier line may have. */
  const numbersOf = (written: string | null) => {
    const number = numberOf(written);
    const isNew = recorded.accountsOf(written).length === 0;
    return isNew ? possibleNumbers(written) : number === null ? [] : [number];
  };
  const earlier = await earlierOf(read.flatMap((one) => numbersOf(one.read.customerNumber)));
  return read.map(({ read: lineRead, ...line }) => {
    const accounts = recorded.accountsOf(lineRead.customerNumber);
    const number = numberOf(lineRead.customerNumber);
    const judgement = judgeLine(lineRead, {
      accounts,
      former: recorded.formerOf(accounts.find(({ customerNumber }) => customerNumber === number)),
      earlierLine: firstOf(numbersOf(lineRead.customerNumber).flatMap((one) => earlier.get(one) ?? [])),
      isForced: line.isForced,
    });
    if (number !== null && judgement.verdict !== "refused") earlier.set(number, line.line);
    return { ...line, judgement };
  });
}

const firstOf = (lines: readonly number[]): number | null => (lines.length === 0 ? null : Math.min(...lines));
