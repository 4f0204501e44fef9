import { category, date, events, integer, number, snapshot, timestamp, varchar } from 'featplan'
import { vehicle } from '../entities.ts'

/** The vehicles as they are now; status and mileage have no history before the first capture. */
export const vehicles = snapshot('raw.vehicles', {
  entities: [vehicle],
  columns: {
    vehicle_id: varchar(),
    vehicle_type: category('van', 'box_truck', 'semi', 'reefer').fixed(),
    capacity_kg: number(9, 1).fixed(),
    built_on: date().fixed(),
    acquired_at: timestamp().fixed(),
    maintenance_interval_miles: integer().fixed(),
    status: category('active', 'idle', 'in_service', 'retired'),
    home_region: varchar(),
    mileage: number(10, 1).nullable(),
  },
  defines: [vehicle],
})

/** Weekly readings of the odometers. */
export const odometer = events('raw.odometer', {
  entities: [vehicle],
  columns: { vehicle_id: varchar(), read_at: timestamp(), odometer_miles: number(10, 1), loaded_at: timestamp() },
  eventTime: 'read_at',
  knownTime: 'loaded_at',
  lateness: '2d',
  tieBreak: ['odometer_miles'],
})

/** One row per visit to the workshop, when it was done. */
export const maintenance = events('raw.maintenance', {
  entities: [vehicle],
  columns: {
    maintenance_id: varchar(),
    vehicle_id: varchar(),
    done_at: timestamp(),
    kind: category('service', 'repair', 'inspection'),
    cost_usd: number(10, 2).nullable(),
    odometer_miles: number(10, 1),
    loaded_at: timestamp(),
  },
  eventTime: 'done_at',
  knownTime: 'loaded_at',
  lateness: '2d',
  tieBreak: ['maintenance_id'],
})
