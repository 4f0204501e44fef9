import { describe, expect, it } from 'vitest'
import { address } from '../../../compiler/base/address.ts'
import { hasChanges } from '../../../cli/views/plan-words.ts'
import { planJson, planView } from '../../../cli/views/plan.ts'
import { change, everything, plan } from './sample-plan.ts'

const plain = { color: false, verbose: false }

describe('planView', () => {
  it('shows one change of each kind, with its reason, fields, hazards and losses', () => {
    expect(planView(everything, plain)).toMatchInlineSnapshot(`
      "Note: objects have changed outside of feat

        # serving.vw will be updated in place
        # (because it was changed outside of feat)
        ~ serving.vw  metadata: no value changes
            ~ comment edited by hand -> ours  # changed outside of feat
            + object main.vw  # missing in the warehouse

      Actions are indicated with these symbols:
        + create
        ~ update in place
        > rename
      -/+ rebuild, then replace
        - destroy
        . remove from state only
        = record only

      feat will perform the following actions:

        # view.route_cost will be created
        + view.route_cost
            + feature.route.cost_per_delivery_30d  float  avg(deliveries.cost_usd) over 30d

        # tiles.routes will be created
        + tiles.routes
            2 columns

        # view.customer_service will be updated in place
        # (because feature.customer.avg_delivery_time_7d changed)
        ~ view.customer_service  values: values that are read today change
            ~ features.avg_delivery_time_7d avg(hours).over('7d') -> avg(hours).where(status.eq('done')).over('7d')
            ~ features.delay_share a / b  # what it reads changed  # forces rebuild
            ~ columns.sql
                  SELECT a,
                -   b
                +   c
                  FROM t
            hazard[F520] two models read avg_delivery_time_7d
            undo can be taken back while the former storage is kept

        # tiles.deliveries will be updated in place: columns are added
        # (because it reads view.customer_service)
        ~ tiles.deliveries  additive: existing values stay

        # view.vehicle_health will be renamed: it was view.vehicle_state
        > view.vehicle_health  breaking: who reads it may fail
            undo can be taken back

        # store.tbl_ml_consolidated_feature_store must be rebuilt
        # (because config changed, from which it inherits)
      -/+ store.tbl_ml_consolidated_feature_store  breaking: who reads it may fail
            ~ grain ["a"] -> ["a","b"]  # forces rebuild
            loses 730 days of history
            undo cannot be taken back

        # view.region_weather will be destroyed
        # (because its declaration is gone)
        - view.region_weather  breaking: who reads it may fail
            loses column rain_mm_24h
            undo can be taken back while the former storage is kept

        # view.old will be removed from state, but not destroyed
        # (because its declaration is gone)
        . view.old  metadata: no value changes

        # view.same will be recorded anew: its text changed, its meaning did not
        # (because this version of feat computes it otherwise)
        = view.same  metadata: no value changes

      Plan: 2 to create, 3 to change, 1 to rebuild, 1 to destroy, 1 to rename, 1 to forget, 1 to record.
      Steps: 1 expand, 1 fill, 3 publish (--verbose shows their SQL)
      "
    `)
  })

  it('shows the statements of every step with --verbose', () => {
    const text = planView(everything, { color: false, verbose: true })
    expect(text.slice(text.indexOf('Steps:'))).toMatchInlineSnapshot(`
      "Steps:

        expand
           1. create storage customer_service__g1a2b3c4d
              CREATE TABLE t (
                a INTEGER
              );
        fill
           2. fill customer_service__g1a2b3c4d
              SELECT 1;
        publish
           3. publish customer_service
              SELECT 1;
           4. publish route_cost
           5. record tiles.routes

      Plan: 2 to create, 3 to change, 1 to rebuild, 1 to destroy, 1 to rename, 1 to forget, 1 to record.
      "
    `)
  })

  it('says that nothing changes', () => {
    const empty = plan([change({ address: address('view', 'still'), action: 'none' })])
    expect(planView(empty, plain)).toBe('No changes. Your warehouse matches the declarations.\n')
    expect(hasChanges(empty)).toBe(false)
  })

  it('shows what blocks it', () => {
    const blocked = plan([], [], [{ code: 'F500', address: address('view', 'a'), message: 'view a is protected' }])
    expect(planView(blocked, plain)).toMatchInlineSnapshot(`
      "The plan is blocked:

      error[F500]: view a is protected
        --> view.a

      Plan: 0 to create, 0 to change, 0 to rebuild, 0 to destroy.
      "
    `)
  })

  it('says the same with and without colors', () => {
    for (const verbose of [false, true]) {
      const colored = planView(everything, { color: true, verbose })
      expect(colored).toContain('\u001B[')
      // oxlint-disable-next-line no-control-regex
      expect(colored.replaceAll(/\u001B\[\d+m/g, '')).toBe(planView(everything, { color: false, verbose }))
    }
  })
})

describe('planJson', () => {
  it('carries a format version, the counts and the whole plan', () => {
    const json = JSON.parse(planJson(everything)) as Record<string, unknown>
    expect(json).toMatchObject({
      format_version: '1.0',
      changes: true,
      summary: { create: 2, change: 3, rebuild: 1, destroy: 1, rename: 1, forget: 1, record: 1 },
    })
    expect(json['plan']).toEqual(everything)
  })
})
