// What acting and sending need beside the first screen: the rules of the field and the sync engine. It is loaded at
// once, but the first screen does not wait for it.

export { dispatch, takeBack } from '#client/sync/running.ts';
export { domain } from '#shared/domain.ts';
export { syncPerson } from './sync-person.ts';
