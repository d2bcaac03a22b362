export { Client, type Answer, type ClientParts } from './client';
export { failureForStatus, LONGEST_WORDS } from './failure';
export { pathSegment, type ClientRequest, type NameAndValue } from './request';
export { unknownOutcome } from './unknown-outcome';
