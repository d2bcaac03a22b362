import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INodeParameters, INodeProperties, NodeParameterValueType } from 'n8n-workflow';

import { RateLimiter } from '../../connector/rate-limit';
import { UndiciTransport } from '../../connector/transport';
import { TamperedTransport } from '../faults/tampered-transport';
import { parametersOf } from '../fuzz/parameters/campaign';
import { randomValue } from '../fuzz/parameters/random-value';
import { Random } from '../fuzz/random';
import { platforms } from '../platforms';
import type { OperationUnderTest } from '../platforms/loaded-node';
import type { TestPlatform } from '../platforms/platform';
import { startSandbox, type Sandbox } from '../sandbox';
import { FakeClock } from '../support/fake-clock';
import { FakeNode } from './shared/fake-node';

const NOW = '2026-03-02T09:00:00.000Z';
/** What most fields are not meant for, besides random values. */
const WRONG: readonly NodeParameterValueType[] = ['no such value', -1, { a: 1 }];
/** A run that has sent so many has passed its parameters. */
const ENOUGH_REQUESTS = 3;

/** Parameters that a platform takes, where its tests have some for the operation; else whatever comes. */
function baseOf(
	{ matrix, writes = [] }: TestPlatform,
	operation: OperationUnderTest,
	sandbox: Sandbox,
	random: Random,
): INodeParameters {
	const taken = [...(matrix?.operations ?? []), ...writes]
		.map(({ parameters }) => parameters(sandbox))
		.find((each) => each.resource === operation.resource && each.operation === operation.operation);
	return taken ?? (parametersOf(operation, random) as INodeParameters);
}

/** The same with one field, or one entry of a collection, that has another value. */
function* spoilt(
	base: INodeParameters,
	fields: readonly INodeProperties[],
	random: Random,
): Generator<INodeParameters> {
	for (const field of fields) {
		// The same field is in many operations, which have their turn with each value.
		yield { ...base, [field.name]: random.pick(WRONG) };
		yield { ...base, [field.name]: randomValue(field, random) as INodeParameters };
		if (field.type !== 'collection') continue;
		const inner = spoilt(
			(base[field.name] ?? {}) as INodeParameters,
			(field.options ?? []) as INodeProperties[],
			random,
		);
		for (const collection of inner) yield { ...base, [field.name]: collection };
	}
}

describe.each(platforms)('$title', (platform) => {
	const { credentialType, sources } = platform;
	const { node } = sources();
	const network = new UndiciTransport();
	let sandbox: Sandbox;
	beforeAll(async () => {
		const { key, accounts, matrix } = platform;
		sandbox = await startSandbox({ [key]: matrix?.account ?? accounts.quick, now: () => Date.parse(NOW) });
	});
	afterAll(async () => {
		await Promise.all([sandbox.close(), network.close()]);
	});

	async function run(parameters: INodeParameters) {
		const clock = new FakeClock(NOW);
		const stop = new AbortController();
		const settings = {
			parameters: [parameters],
			credential: platform.credential(sandbox),
			cancel: stop.signal,
		};
		const fake = new FakeNode(settings, node.properties(parameters), credentialType);
		const transport = new TamperedTransport(network, clock, {
			strikes: (index) => {
				if (index > ENOUGH_REQUESTS) stop.abort();
				return false;
			},
		});
		const ports = { clock, transport: () => transport, limiter: () => new RateLimiter(clock) };
		const failure = await node.run(fake.asExecuteFunctions(), ports).then(
			() => undefined,
			(error: unknown) => error as Error,
		);
		return { failure, sent: transport.sent.length };
	}

	it.each(
		node.operations.map((operation, index) => {
			return [`${operation.resource}.${operation.operation}`, operation, index] as const;
		}),
	)(
		'%s refuses what is wrong with a parameter before anything is sent',
		async (_name, operation, index) => {
			const random = new Random(index);
			const late: string[] = [];
			let refusals = 0;
			for (const parameters of spoilt(
				baseOf(platform, operation, sandbox, random),
				operation.fields,
				random,
			)) {
				const { resource, operation: name } = operation;
				const { failure, sent } = await run({ ...parameters, resource, operation: name });
				if (failure?.name !== 'NodeOperationError') continue;
				refusals += 1;
				if (sent > 0)
					late.push(`${failure.message} (after ${sent}) <- ${JSON.stringify(parameters).slice(0, 300)}`);
			}
			expect(late).toEqual([]);
			// Max Retries alone, which every operation has, is refused for some of its values.
			expect(refusals).toBeGreaterThan(0);
		},
		60_000,
	);
});
