import { dimension, events, integer, number, timestamp, varchar } from 'featplan'
import { region, route } from '../entities.ts'

/** The routes over time: a rebuilt one has a new row. */
export const routes = dimension('raw.routes', {
  entities: [route],
  columns: {
    route_id: varchar(),
    origin: varchar(),
    destination: varchar(),
    region: varchar(),
    distance_km: number(9, 1),
    stops: integer(),
    urban_share: number(4, 3),
    climb_m_per_km: number(6, 0).nullable(),
    free_flow_hours: number(8, 3),
    valid_from: timestamp(),
    loaded_at: timestamp(),
  },
  validFrom: 'valid_from',
  knownTime: 'loaded_at',
  lateness: '2d',
  defines: [route],
})

/** The weather of each region, hour by hour. */
export const weather = events('raw.weather', {
  entities: [region],
  columns: {
    region: varchar(),
    observed_at: timestamp(),
    temperature_c: number(5, 1).nullable(),
    precipitation_mm: number(6, 1),
    wind_kmh: number(5, 1),
    loaded_at: timestamp(),
  },
  eventTime: 'observed_at',
  knownTime: 'loaded_at',
  lateness: '12h',
  freshness: '1d',
  defines: [region],
})
