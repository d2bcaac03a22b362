export { Client, type Answer, type ClientParts } from './client';
export { failureForStatus } from './failure';
export type { ClientRequest, NameAndValue } from './request';
