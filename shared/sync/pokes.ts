/**
 * Server-sent events at /api/events: the server is there (again), a scope moved, maintenance began or ended. The data is
 * a number of milliseconds over which the devices that hear it spread their asking, so that they do not come at once.
 */
export const POKES = ['here', 'changed', 'maintenance'] as const;
export type Poke = (typeof POKES)[number];
