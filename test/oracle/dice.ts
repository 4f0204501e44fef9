/**
 * Choices read from a list of numbers, the first of each where the list has ended. fast-check makes and shrinks the
 * list: a shorter list or smaller numbers mean a simpler case.
 */
export interface Dice {
  /** 0 .. n - 1 */
  readonly below: (n: number) => number
  readonly pick: <T>(...options: readonly [T, ...T[]]) => T
  /** True in one of n throws; never when the list has ended. */
  readonly oneIn: (n: number) => boolean
}

export function dice(numbers: readonly number[]): Dice {
  let at = 0
  const below = (n: number): number => (numbers[at++] ?? 0) % n
  return {
    below,
    pick: (...options) => options[below(options.length)]!,
    oneIn: n => below(n) === n - 1,
  }
}
