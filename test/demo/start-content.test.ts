import { describe, expect, it } from '@jest/globals';

import { type CredentialData, startEngine } from '../engine';
import { accounts, platforms } from '../platforms';
import { startSandbox } from '../sandbox';
import { ofFile } from '../support/of-file';
import { BY_HAND, credentialsText, startContent } from './start-content';

const sandbox = ofFile(async () => startSandbox(accounts('quick')));
const engine = ofFile(async () => startEngine());

describe('what npm start opens', () => {
	it('has all credentials but one type, and no node that names one that is not there', () => {
		const { credentials, workflows } = startContent(sandbox);
		const missing = platforms.filter(
			({ credentialType }) => !credentials.some(({ type }) => type === credentialType),
		);
		expect(missing).toEqual([BY_HAND]);
		const ids = credentials.map(({ id }) => id);
		const ours = platforms.map(({ credentialType }) => credentialType);
		const named = workflows
			.flatMap(({ nodes }) => nodes)
			.flatMap(({ credentials: of = {} }) => Object.entries(of))
			.filter(([type]) => ours.includes(type));
		expect(named.length).toBeGreaterThan(10);
		for (const [, { id }] of named) expect(ids).toContain(id);
	});

	it('has the tables of all platforms without the one that is missing, so that they run as they are', () => {
		const { workflows } = startContent(sandbox);
		const ours = new Set(platforms.map(({ type }) => type));
		const together = workflows.filter(
			({ nodes }) => new Set(nodes.map(({ type }) => type).filter((type) => ours.has(type))).size > 2,
		);
		expect(together.length).toBeGreaterThan(3);
		for (const { nodes, connections } of together) {
			const types = nodes.map(({ type }) => type);
			for (const { type } of platforms) expect(types.includes(type)).toBe(type !== BY_HAND.type);
			const names = nodes.map(({ name }) => name);
			for (const [from, { main = [] }] of Object.entries(connections!))
				for (const { node } of main.flatMap((to) => to ?? [])) {
					expect(names).toContain(from);
					expect(names).toContain(node);
				}
		}
	});

	it('tells what to enter for the one that is missing, and that connects', async () => {
		const text = credentialsText(sandbox);
		const typed = (label: string) => new RegExp(`${BY_HAND.title} API[^]*?${label} +(\\S+)`).exec(text)?.[1];
		const entered = {
			...BY_HAND.credential(sandbox),
			baseUrl: typed('Base URL')!,
			accessToken: typed('Access Token')!,
		} as CredentialData;
		expect(await engine.testCredential(BY_HAND.credentialType, entered)).toMatchObject({ status: 'OK' });
	});

	it.each(platforms)('names address and secrets of $title', ({ title, secrets }) => {
		const [, fields = ''] = credentialsText(sandbox).split(`${title} API\n`);
		expect(fields).toMatch(new RegExp(`^ +.*Base URL +${sandbox.url}/\\S*`, 'm'));
		expect(fields).toContain(secrets(sandbox)[0]);
	});
});
