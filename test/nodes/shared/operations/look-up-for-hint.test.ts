import { expect, it } from '@jest/globals';

import { CancelledError, TemporarilyUnavailableError } from '../../../../connector/errors';
import type { ConnectorEvent } from '../../../../connector/events';
import { lookUpForHint } from '../../../../nodes/shared/operations/look-up-for-hint';

async function toldOf(failure?: Error): Promise<ConnectorEvent[]> {
	const events: ConnectorEvent[] = [];
	const lookUp = () => (failure === undefined ? Promise.resolve() : Promise.reject(failure));
	await lookUpForHint((event) => events.push(event), lookUp);
	return events;
}

it('a look-up that succeeds says nothing by itself', async () => {
	expect(await toldOf()).toEqual([]);
});

it('a look-up that the platform refuses is told, and the report goes on', async () => {
	expect(await toldOf(new TemporarilyUnavailableError('The platform is down.'))).toEqual([
		{ type: 'remark', text: expect.stringMatching(/names .* not be checked: The platform is down\.$/) },
	]);
});

it.each([new CancelledError('Stopped.'), new TypeError('A mistake of ours.')])(
	'what ends the run, or is no failure of the platform, is passed on: %s',
	async (failure) => {
		await expect(toldOf(failure)).rejects.toBe(failure);
	},
);
