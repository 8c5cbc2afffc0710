// What acting and sending need beside the first screen: the rules of the field and the sync engine. It is loaded at
// once, but the first screen does not wait for it.

export { domain } from '#shared/domain.ts';
export { dispatch, takeBack } from './sync/running.ts';
export { syncPerson } from './sync-person.ts';
