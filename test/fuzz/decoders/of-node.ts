import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { TemporarilyUnavailableError } from '../../../connector/errors';
import { SliceFailure } from '../../../connector/report';
import { RateLimiter } from '../../../connector/rate-limit';
import type { Transport, TransportRequest } from '../../../connector/transport';
import { runItem } from '../../../nodes/shared/execution/run-item';
import { Execution } from '../../../nodes/shared/execution/execution';
import { findOperation } from '../../../nodes/shared/execution/find-operation';
import type { Platform } from '../../../nodes/shared/platform/platform';
import { describeResources } from '../../../nodes/shared/operations/describe';
import { FakeNode } from '../../nodes/shared/fake-node';
import { FakeClock } from '../../support/fake-clock';
import { mutateJson } from '../mutate-json';
import type { Random } from '../random';
import { answered, type Decoder } from './decoder';

const CREDENTIAL: IDataObject = {
	accessToken: 'nobody',
	projectId: '1',
	platform: 'other',
	baseUrl: 'http://127.0.0.1:1',
};

const described = new Map<string, readonly INodeProperties[]>();

function propertiesOf<Api>({
	credentialType,
	resources,
	defaults,
}: Platform<Api>): readonly INodeProperties[] {
	const properties = described.get(credentialType) ?? describeResources(resources, defaults);
	described.set(credentialType, properties);
	return properties;
}

export type Answers = (request: TransportRequest, index: number) => unknown;

/** The rows that a node gives where every request gets what `answer` says; what the connector throws comes as it is. */
export async function rowsOfNode<Api>(
	platform: Platform<Api>,
	parameters: INodeParameters,
	answer: Answers,
	random: Random,
): Promise<unknown> {
	const clock = new FakeClock();
	const limiter = new RateLimiter(clock);
	let index = 0;
	const transport: Transport = {
		send: async (request) => {
			if (!/^https?:\/\/./.test(request.url)) throw new TemporarilyUnavailableError('no such host');
			const body = answer(request, index++);
			const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
			return answered(bytes, random);
		},
	};
	const settings = { parameters: [parameters], credential: CREDENTIAL };
	const node = new FakeNode(settings, propertiesOf(platform), platform.credentialType).asExecuteFunctions();
	const ports = { clock, transport: () => transport, limiter: () => limiter };
	const operation = findOperation(node, platform);
	if (operation.gives === 'batch') throw new Error('A batch has no rows of one item.');
	const execution = new Execution(node, platform, operation, ports);
	await runItem(execution, operation, 0).catch((error: unknown) => {
		throw error instanceof SliceFailure ? error.cause : error;
	});
	return execution.rows.map(({ json }) => json);
}

/** Of the state of a job: what the node makes of a report whose job says this. */
export function stateDecoder(
	name: string,
	states: readonly object[],
	decode: Decoder['decode'],
	read: Decoder['read'],
): Decoder {
	return {
		name,
		answers: states.map((state) => Buffer.from(JSON.stringify(state))),
		restructure: (random) => Buffer.from(mutateJson(random.pick(states), random)),
		decode,
		read,
	};
}
