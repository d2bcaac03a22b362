export { wasNeverSent } from './network-error';
export { isLoopbackHost, isPublicAddress } from './public-address';
export type { Headers, Reach, Transport, TransportRequest, TransportResponse } from './transport';
export { UndiciTransport } from './undici-transport';
