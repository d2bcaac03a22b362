export { Client, type Answer, type ClientParts } from './client';
export { failureForStatus } from './failure';
export { pathSegment } from './path-segment';
export type { ClientRequest, NameAndValue } from './request';
export { unknownOutcome } from './unknown-outcome';
