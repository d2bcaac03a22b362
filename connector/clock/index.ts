export type { Clock } from './clock';
export { systemClock } from './system-clock';
export { unlessAborted } from './unless-aborted';
