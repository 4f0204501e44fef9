import * as language from 'featplan'

/** The language as JavaScript sees it: `any` is what a user without types has. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Untyped = any
export const untyped = language as unknown as Readonly<Record<string, (...given: readonly unknown[]) => Untyped>>
