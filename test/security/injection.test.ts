import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { startEngine } from '../engine';
import { runOn } from '../engine/one-node';
import { accounts, platforms } from '../platforms';
import { startSandbox } from '../sandbox';
import { ofFile } from '../support/of-file';
import { requestProblems } from './request-problems';

const HOSTILE = [
	...'1&x=2 ../.. .. . %2e%2e %2e%2e%2f 1?a=b 1#a 1;x=2 //other.example @other.example'.split(' '),
	...['1\r\nX-Injected: 1', '\\..\\..', '1/../../user', '1\u0000'],
];

const hostile = platforms.flatMap(({ injections, ...platform }) =>
	injections === undefined
		? []
		: HOSTILE.map((value) => [platform.title, value, injections(value), platform] as const),
);

describe('a value with the characters of addresses and headers', () => {
	const sandbox = ofFile(async () => startSandbox(accounts('quick')));
	const engine = ofFile(async () => startEngine());

	it.each(hostile)('%s: %j stays one value', async (_title, _value, { refused, sent }, platform) => {
		const run = async (parameters: INodeParameters) => {
			const options = { maxRetries: 0, ...(parameters.options as object | undefined) };
			await runOn(engine, platform, platform.credential(sandbox), { ...parameters, options });
		};
		for (const parameters of refused) await run(parameters);
		expect(sandbox.requests).toEqual([]);

		for (const parameters of sent) await run(parameters);
		expect(sandbox.requests.flatMap(requestProblems)).toEqual([]);
		expect(JSON.stringify(sandbox.requests.map(({ headers }) => headers))).not.toContain('injected');
		for (const { query } of sandbox.requests)
			for (const name of ['x', 'a', '1', 'X-Injected']) expect(query).not.toHaveProperty(name);
	});
});
