import { describe, expect, it } from '@jest/globals';

import type { ConnectorEvent } from '../../../../connector/events';
import { Progress } from '../../../../nodes/shared/execution/progress';
import { Tally } from '../../../../nodes/shared/execution/tally';
import { FakeClock } from '../../../support/fake-clock';
import { FakeNode } from '../fake-node';

function start() {
	const clock = new FakeClock();
	const node = new FakeNode({}, [], 'fakeApi');
	const tally = new Tally({ did: 'Loaded', one: 'row', many: 'rows' });
	const redact = (text: string) => text.replaceAll('secret', '***');
	const progress = new Progress(node.asExecuteFunctions(), clock, tally, redact);
	const see = (event: ConnectorEvent) => {
		tally.count(event);
		progress.see(event);
	};
	return { clock, node, see };
}

const some = (rows: number): ConnectorEvent => ({ type: 'rows', rows });
const wait = (ms: number): ConnectorEvent => ({ type: 'wait', reason: 'rate-limit', ms });

describe('progress', () => {
	it('is told at once and then at most once a second, in the log and in the browser', () => {
		const { clock, node, see } = start();
		for (let step = 0; step < 25; step++) {
			see(some(1));
			clock.advance(100);
		}
		expect(node.logs).toEqual([
			'debug: My Node: Loaded 1 row, 0 requests',
			'debug: My Node: Loaded 11 rows, 0 requests',
			'debug: My Node: Loaded 21 rows, 0 requests',
		]);
		expect(node.browser).toEqual(node.logs.map((line) => line.replace('debug: ', '')));
	});

	it('goes on being told when somebody sets the clock back', () => {
		const { clock, node, see } = start();
		see(some(1));
		clock.setBy(-3_600_000);
		clock.advance(1000);
		see(some(1));
		expect(node.logs).toHaveLength(2);
	});

	it('names the slice where there are several', () => {
		const { clock, node, see } = start();
		see({ type: 'slice-done', done: 1, count: 1 });
		clock.advance(1000);
		see({ type: 'slice-done', done: 1234, count: 2000 });
		expect(node.logs).toEqual([
			'debug: My Node: Loaded 0 rows, 0 requests',
			'debug: My Node: Loaded 0 rows, 0 requests, slice 1234 of 2000',
		]);
	});

	it('tells a wait of more than 30 s at level info, however soon after the last word', () => {
		const { node, see } = start();
		see(some(1000));
		see(wait(60_000));
		see(wait(30_000));
		expect(node.logs).toEqual([
			'debug: My Node: Loaded 1,000 rows, 0 requests',
			'info: My Node: waiting 60 s (rate-limit)',
		]);
		expect(node.browser).toContain('My Node: waiting 60 s (rate-limit)');
	});

	it('tells a shorter wait as everything else', () => {
		const { node, see } = start();
		see(wait(30_000));
		expect(node.logs).toEqual(['debug: My Node: Loaded 0 rows, 0 requests']);
	});

	it('holds no secret', () => {
		const { node, see } = start();
		see({ type: 'wait', reason: 'a secret' as 'backoff', ms: 31_000 });
		expect(node.logs).toEqual(['info: My Node: waiting 31 s (a ***)']);
	});
});
