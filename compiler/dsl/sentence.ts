import type { Day, Instant, Json } from './value.ts'

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

/** The word for the values of a type. */
type Noun<T> = [T] extends [number]
  ? 'a number'
  : [T] extends [string]
    ? 'a text'
    : [T] extends [boolean]
      ? 'true or false'
      : [T] extends [Json]
        ? 'a JSON value'
        : [T] extends [Instant | Day]
          ? 'a moment'
          : 'a value'

/** What an operand X must also be beside a value of S and E: anything, or a sentence that it is not. */
export type Ok<S, E, X> =
  X extends Scoped<infer S2, infer E2>
    ? [S & S2] extends [never]
      ? Err<`'${Str<S>}' and '${Str<S2>}' cannot stand in one expression: aggregate each, then combine the features`>
      : [E & E2] extends [never]
        ? Err<`a feature of '${Str<E2>}' beside one of '${Str<E>}': reach it by ${Str<E2>}.at({ key }, feature)`>
        : unknown
    : unknown

/** `Ok` for each of several operands. */
export type AllOk<S, E, R> = { readonly [P in keyof R]: Ok<S, E, R[P]> }

/** The intersection of the rows, or entities, that several operands have. */
export type Joint<A, R extends readonly unknown[], What extends 'scope' | 'entity'> = R extends readonly [infer H, ...infer T]
  ? Joint<A & (What extends 'scope' ? ScopeOf<H> : EntityOf<H>), T, What>
  : A

/** What X must also be where a feature (or view) of E is due: anything, or a sentence that it is not. */
export type Fit<X, E> = X extends { readonly '~agg': unknown }
  ? Err<"an aggregate needs a window: .over('30d')">
  : X extends { readonly '~label': unknown }
    ? Err<'a label looks into the future: it belongs to a dataset'>
    : X extends { readonly '~case': unknown }
      ? Err<'a when() needs an end: .otherwise(value)'>
      : X extends Scoped<infer S, infer E2>
        ? 'feature' extends S
          ? [E] extends [E2]
            ? unknown
            : Err<`a feature of '${Str<E2>}' where one of '${Str<E>}' is due`>
          : Err<`a row of '${Str<S>}' is no feature: aggregate it, or take it asOf`>
        : X extends { readonly f: unknown; readonly '~entity': (e: infer E2) => void }
          ? [E] extends [E2]
            ? unknown
            : Err<`a view of '${Str<E2>}' where one of '${Str<E>}' is due`>
          : Err<'no feature: give an expression, such as count(source).over(window)'>

/** `Fit` for each member of a record or list. */
export type FitAll<F, E> = { readonly [P in keyof F]: Fit<F[P], E> }

type TypeFit<X, T, Then> = X extends { readonly '~type': infer V }
  ? [V] extends [T]
    ? Then
    : Err<`${Noun<T>} is due here, not ${Noun<V>}`>
  : X extends { readonly '~agg': unknown }
    ? Err<"an aggregate needs a window: .over('30d')">
    : Err<`no expression: ${Noun<T>} is due here, such as a column of a source`>

/** What X must also be where a value of T of the rows of a source of events is due. */
export type EventFit<X, T> = TypeFit<
  X,
  T,
  X extends Scoped<infer S, infer _E>
    ? [S] extends [`events ${string}`]
      ? unknown
      : [S] extends ['feature']
        ? Err<'a feature is no row: aggregates are of the columns of a source of events'>
        : Err<`'${Str<S>}' has no events to aggregate: take its columns asOf the point`>
    : never
>

/** What X must also be where a source of events is due. */
export type EventsFit<X> = X extends { readonly c: unknown; readonly '~scope': (s: infer S) => void }
  ? [S] extends [`events ${string}`]
    ? unknown
    : Err<`'${Str<S>}' has no events to count`>
  : Err<'no source: count(source) counts the rows of a source of events'>

/** What X must also be where a value of the rows of a dimension or snapshot is due. */
export type StateFit<X> = TypeFit<
  X,
  unknown,
  X extends Scoped<infer S, infer _E>
    ? [S] extends [`dimension ${string}` | `snapshot ${string}`]
      ? unknown
      : [S] extends ['feature']
        ? Err<'a feature is as of the point already'>
        : Err<`'${Str<S>}' holds events: aggregate them over a window, such as last(value).over('30d')`>
    : never
>

/** What X must also be where a view, or a feature of one, is listed for E. */
export type ListFit<P, E> = {
  readonly [I in keyof P]: P[I] extends { readonly name: string }
    ? Fit<P[I], E>
    : Err<'an expression without a name: name it in a view, and list it from there'>
}

/** The columns of a source. */
export type ColumnsOf<S> = S extends { readonly c: infer C } ? keyof C & string : never

/** What P must also be where views and features of the entities of a spine S are listed. */
export type SpineListFit<P, S> = {
  readonly [I in keyof P]: P[I] extends { readonly name: string }
    ? SpineFit<P[I], S>
    : Err<'an expression without a name: name it in a view, and list it from there'>
}

type SpineFit<X, S> = X extends { readonly '~entity': (e: infer E) => void }
  ? [E] extends [EntityOf<S>]
    ? Fit<X, E>
    : Err<`the spine does not describe '${Str<E>}', of which this is a feature`>
  : Fit<X, never>

/** What X must also be where the label of a dataset is due: of entity E, or of one that the spine S describes; or a value of its rows. */
export type LabelFit<X, S, E> = X extends { readonly '~label': unknown; readonly '~entity': (e: infer E2) => void }
  ? [E] extends [E2]
    ? [E2 & EntityOf<S>] extends [never]
      ? Err<`a label of '${Str<E2>}', which the spine does not describe`>
      : unknown
    : Err<`a label of '${Str<E2>}' where one of '${Str<E>}' is due`>
  : X extends Scoped<infer S2, infer _E>
    ? [S2] extends [ScopeOf<S>]
      ? unknown
      : Err<S2 extends 'feature' ? "a label is due here: an aggregate with .next('90d')" : `a row of '${Str<S2>}' where one of the spine is due`>
    : Err<"a label is due here: an aggregate with .next('90d')">

/** What X must also be where a source of rows that describe E is due. */
export type SourceFit<X, E> = X extends { readonly c: unknown; readonly '~scope': (s: infer S) => void; readonly '~entity': (e: infer E2) => void }
  ? [E] extends [E2]
    ? unknown
    : Err<`'${Str<S>}' does not describe '${Str<E>}'`>
  : Err<'a source is due here'>

/** What a statistic X must also be on a feature or source O. */
export type StatFit<X, O> = O extends { readonly '~type': infer T }
  ? X extends { readonly '~stat': (t: infer T2) => void }
    ? [T] extends [T2]
      ? unknown
      : Err<`a statistic of ${Noun<T2>} on a feature that is ${Noun<T>}`>
    : Err<'a statistic of a source on a feature'>
  : X extends { readonly '~sourceStat': unknown }
    ? unknown
    : Err<'a statistic of a feature on a source'>

/** What X must also be where a monitor watches it. */
export type WatchFit<X> = X extends { readonly c: unknown }
  ? unknown
  : X extends { readonly name: string; readonly '~type': unknown }
    ? unknown
    : Err<'a feature of a view, or a source, is due here'>
