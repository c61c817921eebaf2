/**
 * Returns whether one text becomes the other with at most `maxErrors` typing errors: a letter added, left out or
 * replaced, or two adjacent letters swapped. Computes only the diagonal band of the matrix that can stay within the
 * limit, so the time is linear in the length.
 */
export function distanceWithin(one: string, other: string, maxErrors: number): boolean {
  if (Math.abs(one.length - other.length) > maxErrors) return false;
  const beyond = maxErrors + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = Array<number>(other.length + 1).fill(beyond);
    current[0] = row;
    for (
      let column = Math.max(1, row - maxErrors);
      column <= Math.min(other.length, row + maxErrors);
      column += 1
    ) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwap =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (last[column - 1] ?? beyond) + (isSame ? 0 : 1),
        (last[column] ?? beyond) + 1,
        (current[column - 1] ?? beyond) + 1,
        isSwap ? (beforeLast[column - 2] ?? beyond) + 1 : beyond,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return (last[other.length] ?? beyond) <= maxErrors;
}
