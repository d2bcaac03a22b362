export { certificateFailure } from './certificate';
export type { EgressFilter } from './egress-filter';
export { isOfTheNetwork, wasNeverSent } from './network-error';
export { isLoopbackHost, isPublicAddress } from './public-address';
export type {
	Headers,
	Reach,
	StreamedBody,
	Transport,
	TransportRequest,
	TransportResponse,
} from './transport';
export { UndiciTransport } from './undici-transport';
