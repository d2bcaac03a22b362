export { Client, type Answer, type ClientParts, type ClientRequest } from './client';
export { failureForStatus } from './failure';
