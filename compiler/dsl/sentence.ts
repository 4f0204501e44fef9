/**
 * The sentences that TypeScript shows where values of different rows or entities are mixed. An expression carries two
 * phantoms: S, the rows that it reads (`events raw.deliveries`, or `feature` once it is a feature), and E, the entities
 * that it can describe. Both are contravariant: a value that can serve several entities may be used for each of them,
 * and two values fit together where the intersection of what they carry is not empty.
 */
export interface Scoped<S, E> {
  readonly '~scope': (s: S) => void
  readonly '~entity': (e: E) => void
}

/** A type that nothing has: the compiler prints its sentence at the offending place. */
export interface Err<M extends string> {
  readonly 'feat error': M
}

/** The rows that a value reads; a constant reads none. */
export type ScopeOf<X> = X extends { readonly '~scope': (s: infer S) => void } ? S : unknown

/** The entities that a value can describe. */
export type EntityOf<X> = X extends { readonly '~entity': (e: infer E) => void } ? E : unknown

type Str<X> = X & string

/** What an operand X must also be beside a value of S and E: anything, or a sentence that it is not. */
export type Ok<S, E, X> = X extends Scoped<infer S2, infer E2>
  ? [S & S2] extends [never] ? Err<`'${Str<S>}' and '${Str<S2>}' cannot stand in one expression: aggregate each, then combine the features`>
    : [E & E2] extends [never] ? Err<`a feature of '${Str<E2>}' beside one of '${Str<E>}': reach it by ${Str<E2>}.at({ key }, feature)`>
      : unknown
  : unknown

/** `Ok` for each of several operands. */
export type AllOk<S, E, R> = { readonly [P in keyof R]: Ok<S, E, R[P]> }

/** What X must also be where a feature (or view) of E is due: anything, or a sentence that it is not. */
export type Fit<X, E> =
  X extends { readonly '~agg': unknown } ? Err<"an aggregate needs a window: .over('30d')">
    : X extends { readonly '~label': unknown } ? Err<'a label looks into the future: it belongs to a dataset'>
      : X extends { readonly '~case': unknown } ? Err<'a when() needs an end: .otherwise(value)'>
        : X extends Scoped<infer S, infer E2>
          ? 'feature' extends S
            ? [E] extends [E2] ? unknown : Err<`a feature of '${Str<E2>}' where one of '${Str<E>}' is due`>
            : Err<`a row of '${Str<S>}' is no feature: aggregate it, or take it asOf`>
          : X extends { readonly f: unknown; readonly '~entity': (e: infer E2) => void }
            ? [E] extends [E2] ? unknown : Err<`a view of '${Str<E2>}' where one of '${Str<E>}' is due`>
            : Err<'no feature: give an expression, such as count(source).over(window)'>

/** `Fit` for each member of a record or list. */
export type FitAll<F, E> = { readonly [P in keyof F]: Fit<F[P], E> }
