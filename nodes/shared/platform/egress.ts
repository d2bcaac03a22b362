import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import type { Transport } from '../../../connector/transport';
import type { Ports } from './ports';

type Helpers = Partial<Pick<(IExecuteFunctions | ILoadOptionsFunctions)['helpers'], 'getSecureEgressFilter'>>;

/**
 * The ports, but nothing goes where n8n's SSRF protection does not let its own nodes go. It knows such a filter from
 * 2.41 on, and not in its credential tests. Links that a platform sends are filtered even where that is switched off.
 */
export function filteredPorts(ports: Ports, { getSecureEgressFilter }: Helpers): Ports {
	if (getSecureEgressFilter === undefined) return ports;
	return { ...ports, transport: () => filtered(ports.transport(), getSecureEgressFilter) };
}

function filtered(transport: Transport, filterFor: NonNullable<Helpers['getSecureEgressFilter']>): Transport {
	return {
		send: async (request, signal) => {
			const egress = filterFor(request.reach === 'public' ? 'enforced' : 'safe');
			return transport.send({ ...request, egress }, signal);
		},
	};
}
